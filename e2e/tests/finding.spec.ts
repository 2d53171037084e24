/** Finding, commands and keys: everything on the map from the keyboard alone, and no key listed that does nothing. */
import type { Page } from '@playwright/test'
import { expectAccessible } from '../world/a11y.ts'
import { expect, test, type Person } from '../world/actors.ts'
import { makeMap } from '../world/api.ts'

test('find by keyboard alone: words without their accents, narrowed, and there on the canvas and in the outline', async ({
  ana,
  server,
}) => {
  const map = await makeMap(server.origin, { template: 'example' })
  await ana.open(map.link('editor'))
  await ana.page.keyboard.press('ControlOrMeta+f')
  const find = ana.panel('Find')
  await expect(find.getByRole('combobox', { name: 'Words' })).toBeFocused()
  await ana.page.keyboard.type('PHARMACISTS')
  const results = find.getByRole('listbox', { name: 'Found' }).getByRole('option')
  await expect(results.first()).toContainText('Independent pharmacists')
  await expectAccessible(ana.page)
  await ana.page.keyboard.press('Enter')
  const chosen = ana.page.locator('.tl-canvas [data-block="audience-pharmacists"]')
  await expect(chosen).toBeInViewport()
  await expect(find.getByRole('combobox', { name: 'Words' })).toBeFocused()
  await find.getByRole('checkbox', { name: 'Without proof' }).press('Space')
  await expect(find.getByRole('status')).toHaveText('Nothing on this map says that.')
  await find.getByRole('combobox', { name: 'Words' }).fill('')
  await expect(results).toHaveCount(1)
  await find.getByRole('button', { name: 'Show in the outline' }).press('Enter')
  await expect(ana.panel('Outline').locator('[data-outline-block]:focus')).toContainText(
    'It works where the wi-fi does not',
  )
})

test('commands and blocks from one field, with the focus back where it was', async ({ ana, map }) => {
  await ana.open(map.link('editor'))
  await ana.addsValue('Nobody drives out at night')
  await ana.page.keyboard.press('ControlOrMeta+k')
  const field = ana.page.getByRole('combobox', { name: 'What to do, or words of a block' })
  await expect(field).toBeFocused()
  await expectAccessible(ana.page)
  await field.fill('drives')
  await expect(ana.page.getByRole('listbox').getByRole('option')).toHaveCount(1)
  await ana.page.keyboard.press('Enter')
  await expect(ana.page.getByRole('dialog')).toHaveCount(0)
  await ana.page.keyboard.press('ControlOrMeta+k')
  await field.fill('brief')
  await ana.page.keyboard.press('Enter')
  await expect(ana.panel('Brief')).toBeVisible()
})

test('on a phone what is found is shown in the outline', async ({ browser, server }) => {
  const map = await makeMap(server.origin, { template: 'example' })
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
  const page = await context.newPage()
  await page.goto(map.link('viewer'))
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Find' }).click()
  await page.getByRole('combobox', { name: 'Words' }).fill('auditor')
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.getByRole('listbox', { name: 'Found' }).getByRole('option').first().click()
  await expect(page.locator('[data-outline-block]:focus')).toContainText('auditor')
  await context.close()
})

/** What each key that is listed does, seen from outside. The map holds one value, chosen. */
const DOES: Record<string, (ana: Person, page: Page) => Promise<void>> = {
  palette: async (ana, page) => {
    await page.keyboard.press('ControlOrMeta+k')
    await expect(page.getByRole('dialog', { name: 'Commands and blocks' })).toBeVisible()
    await page.keyboard.press('Escape')
  },
  find: async (ana, page) => {
    await page.keyboard.press('/')
    await expect(ana.panel('Find')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+f')
    await expect(ana.panel('Find')).toBeVisible()
    await page.keyboard.press('Escape')
  },
  shortcuts: async (_ana, page) => {
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    await page.keyboard.press('Escape')
  },
  ...Object.fromEntries(
    ['Purpose', 'Value', 'Audience', 'Proof'].map((kind, at) => [
      `tool-${kind.toLowerCase()}`,
      async (_ana: Person, page: Page) => {
        await page.keyboard.press(String(at + 1))
        await expect(page.getByRole('button', { name: kind, exact: true })).toHaveAttribute('aria-pressed', 'true')
        await page.keyboard.press('Escape')
      },
    ]),
  ),
  // Nobody else has been on this map: there is nothing to step to, and the keys do nothing else.
  'next-change': async (ana, page) => {
    await page.keyboard.press('j')
    await expect(ana.panel('What changed')).toHaveCount(0)
  },
  'previous-change': async (ana, page) => {
    await page.keyboard.press('Shift+J')
    await expect(ana.panel('What changed')).toHaveCount(0)
  },
  walk: async (_ana, page) => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Block', exact: true })).toHaveCount(0)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Block', exact: true })).toBeVisible()
  },
  write: async (ana, page) => {
    await page.keyboard.press('Enter')
    await expect(ana.editor).toBeFocused()
    await page.keyboard.press('Escape')
  },
  'step-out': async (ana, page) => {
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(ana.editor).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Block', exact: true })).toHaveCount(0)
    await page.keyboard.press('Tab')
  },
  ...Object.fromEntries(
    ['Value', 'Audience', 'Proof'].map((kind) => [
      `add-${kind.toLowerCase()}`,
      async (ana: Person, page: Page) => {
        await page.keyboard.press(kind[0]?.toLowerCase() ?? '')
        await expect(ana.editor).toBeFocused()
        await expect(cards(page)).toHaveCount(2)
        await page.keyboard.press('Escape')
        await ana.undoes()
        await expect(cards(page)).toHaveCount(1)
        await page.keyboard.press('Escape')
        await page.keyboard.press('Tab')
      },
    ]),
  ),
  'open-block': async (ana, page) => {
    await page.keyboard.press('b')
    await expect(ana.panel('Block')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(ana.panel('Block')).toHaveCount(0)
  },
  link: async (_ana, page) => {
    await page.keyboard.press('l')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  },
  'tool-laser': async (_ana, page) => {
    await page.keyboard.press('k')
    await expect(page.getByRole('button', { name: 'Laser' })).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('v')
    await expect(page.getByRole('button', { name: 'Select', exact: true })).toHaveAttribute('aria-pressed', 'true')
  },
  comment: async (ana, page) => {
    await page.keyboard.press('c')
    await expect(ana.panel('Comments').getByRole('textbox', { name: 'Comment' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(ana.panel('Comments')).toHaveCount(0)
  },
  trace: async (_ana, page) => {
    await page.keyboard.press('t')
    await expect(page.getByText(/Nothing calm/).last()).toBeVisible()
    await page.keyboard.press('t')
  },
  move: async (ana, page) => {
    const before = await ana.placeOf('Nothing calm')
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await ana.placeOf('Nothing calm')).x).toBeGreaterThan(before.x)
  },
  undo: async (ana, page) => {
    await page.keyboard.press('ControlOrMeta+d')
    await expect(cards(page)).toHaveCount(2)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(cards(page)).toHaveCount(1)
  },
  redo: async (_ana, page) => {
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect(cards(page)).toHaveCount(2)
    await page.keyboard.press('ControlOrMeta+z')
    await page.keyboard.press('ControlOrMeta+y')
    await expect(cards(page)).toHaveCount(2)
  },
  'choose-all': async (_ana, page) => {
    await page.keyboard.press('ControlOrMeta+a')
    await expect(page.getByRole('button', { name: 'Block', exact: true })).toHaveCount(0)
  },
  duplicate: async (_ana, page) => {
    await page.keyboard.press('ControlOrMeta+d')
    await expect(cards(page)).toHaveCount(4)
  },
  delete: async (_ana, page) => {
    await page.keyboard.press('Delete')
    await expect(cards(page)).toHaveCount(2)
  },
  fit: async (_ana, page) => {
    await page.mouse.move(700, 500)
    await page.keyboard.press('Shift+1')
    await expect(page.getByRole('button', { name: /, look at it at 100 %$/ })).toBeVisible()
  },
}
const cards = (page: Page) => page.locator('.tl-canvas [data-block]')

test('every key that is listed does what it says', async ({ ana, map }) => {
  test.setTimeout(120_000)
  const { page } = ana
  await ana.open(map.link('editor'))
  await ana.addsValue('Nothing calm', { x: 700, y: 500 })
  await page.keyboard.press('?')
  await expectAccessible(page)
  const listed = await page
    .locator('[data-shortcut]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-shortcut') ?? ''))
  expect(listed.toSorted()).toEqual(Object.keys(DOES).toSorted())
  await page.keyboard.press('Escape')
  for (const [id, does] of Object.entries(DOES)) await test.step(id, () => does(ana, page))
})

test('the palette marks, turns and deletes what is chosen, one undo each', async ({ ana, map }) => {
  await ana.open(map.link('editor'))
  await ana.adds('Value', 'It is open', { x: 500, y: 300 })
  const does = async (words: string) => {
    await ana.page.keyboard.press('Control+k')
    await ana.page.getByRole('combobox').fill(words)
    await ana.page.keyboard.press('Enter')
    await expect(ana.page.getByRole('combobox')).toHaveCount(0)
  }
  const blocks = async () =>
    (await map.file()).blocks.map((block) => `${block.kind} ${'status' in block ? block.status : ''}`)
  await does('mark agreed')
  await expect.poll(blocks).toEqual(['value agreed'])
  await does('turn proof')
  await expect.poll(blocks).toEqual(['proof agreed'])
  await does('delete what')
  await expect.poll(blocks).toEqual([])
  for (const left of [['proof agreed'], ['value agreed'], ['value draft']]) {
    await ana.page.keyboard.press('Control+z')
    await expect.poll(blocks).toEqual(left)
  }
})
