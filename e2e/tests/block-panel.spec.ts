/** The block panel: agreed wording that drifts, whole values that two are in, and all of it by keyboard. */
import type { Locator } from '@playwright/test'
import { expectAccessible } from '../world/a11y.ts'
import { expect, test } from '../world/actors.ts'
import { makeMap, mapFile } from '../world/api.ts'

const FIRST = 'A person answers the alarm'
const START = { map: mapFile([{ id: 'alarm', kind: 'value', statement: FIRST }]) }

const written = async (box: Locator) => ((await box.textContent()) ?? '').replaceAll('\u2060', '')

test('agreed wording drifts, shows what changed, is agreed anew and taken back', async ({ ana, ben, server }) => {
  const map = await makeMap(server.origin, START)
  for (const person of [ana, ben]) {
    await person.open(map.link('editor'))
    await person.selects(person.card(FIRST))
    await person.opensPanel('Block')
  }
  await ana.panel('Block').getByRole('radio', { name: 'Agreed' }).check()
  await expect(ben.panel('Block').getByText(/^Agreed .*marked by/)).toBeVisible()
  await expect(ben.card(FIRST)).toContainText('Agreed')

  const statement = ben.panel('Block').getByRole('textbox', { name: 'Statement' })
  await statement.click()
  await ben.page.keyboard.press('End')
  await ben.page.keyboard.type(' first')
  await ben.page.keyboard.press('Escape')
  await expect(ana.card(`${FIRST} first`)).toContainText('Changed since')
  await expect(ana.panel('Block').locator('ins')).toHaveText('first')
  expect((await map.file()).blocks[0]).toMatchObject({ status: 'agreed', agreed: { statement: FIRST } })

  await ana.panel('Block').getByRole('button', { name: 'Agree the new wording' }).click()
  await expect(ben.card(`${FIRST} first`)).toContainText('Agreed')
  await ana.panel('Block').getByRole('button', { name: 'Take back the agreed wording' }).click()
  await expect(ben.card(`${FIRST} first`)).toContainText('Proposed')
  await expect.poll(async () => Object.keys((await map.file()).blocks[0] ?? {})).not.toContain('agreed')
})

test('who is in a whole value is said to the other, and who is here can own a block', async ({ ana, ben, server }) => {
  const map = await makeMap(server.origin, START)
  for (const person of [ana, ben]) {
    await person.open(map.link('editor'))
    await person.selects(person.card(FIRST))
    await person.opensPanel('Block')
  }
  const owner = ana.panel('Block').getByLabel('Owner')
  await owner.focus()
  await expect(ben.panel('Block').getByText(/ is editing this$/)).toBeVisible()
  await expect(owner.locator('xpath=following-sibling::datalist/option')).not.toHaveCount(0)
  await ana.page.keyboard.type('Ruth')
  await ana.page.keyboard.press('Tab')
  await expect(ben.panel('Block').getByLabel('Owner')).toHaveValue('Ruth')
})

test('a block is filled by keyboard alone, and a change of kind keeps every text', async ({ ana, server }) => {
  const map = await makeMap(server.origin, START)
  await ana.open(map.link('editor'))
  await ana.selects(ana.card(FIRST))
  const panel = await ana.opensPanel('Block')
  await panel.getByRole('textbox', { name: 'Statement' }).focus()
  await ana.page.keyboard.press('Tab')
  await expect(panel.getByRole('textbox', { name: 'Detail' })).toBeFocused()
  await ana.page.keyboard.type('1 to 4, v and Delete are letters here')
  await ana.page.keyboard.press('Escape')
  await panel.getByLabel('Without us').focus()
  await ana.page.keyboard.type('Drive in at night')
  await ana.page.keyboard.press('Enter')
  await panel.getByRole('radio', { name: 'Proof' }).press('Space')
  await expect(panel.getByLabel('Without us')).toHaveCount(0)
  await panel.getByRole('radio', { name: 'Value' }).press('Space')
  await expect(panel.getByLabel('Without us')).toHaveValue('Drive in at night')
  await expect
    .poll(() => written(panel.getByRole('textbox', { name: 'Detail' })))
    .toBe('1 to 4, v and Delete are letters here')
  await expect(ana.page.locator('.tl-canvas [data-block]')).toHaveCount(1)
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing in the block panel (${theme})`, async ({ ana, server }) => {
    const map = await makeMap(server.origin, { template: 'example' })
    await ana.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await ana.open(map.link('editor'))
    await ana.selects(ana.card('No medicine should be'))
    await ana.opensPanel('Block')
    await expectAccessible(ana.page)
    await ana.page.setViewportSize({ width: 390, height: 844 })
    await ana.opensPanel('Block')
    await expectAccessible(ana.page)
  })

const LINE = mapFile(
  [
    { id: 'why', kind: 'purpose', statement: 'Bridges stay open' },
    { id: 'alarm', kind: 'value', statement: FIRST },
  ],
  [['why', 'alarm']],
)

test('Tab goes from the last of a block to the next one, Shift+Tab back, and nobody is held', async ({
  ana,
  server,
}) => {
  const map = await makeMap(server.origin, { map: LINE })
  await ana.open(map.link('editor'))
  await ana.selects(ana.card('Bridges stay open'))
  const panel = await ana.opensPanel('Block')
  const statement = panel.getByRole('textbox', { name: 'Statement' })
  await expect(statement).toHaveAccessibleDescription('Why do we exist?')
  await panel.getByRole('button', { name: 'Delete block' }).focus()
  await ana.page.keyboard.press('Tab')
  await expect(statement).toBeFocused()
  await expect(statement).toHaveText(FIRST)
  await ana.page.keyboard.press('Shift+Tab')
  await expect(panel.getByRole('radio', { name: 'Value' })).toBeFocused()
  await ana.page.keyboard.press('Shift+Tab')
  await expect(panel.getByLabel('Tags')).toBeFocused()
  await expect(statement).toHaveText('Bridges stay open')
  await ana.selects(ana.card(FIRST))
  await panel.getByRole('button', { name: 'Delete block' }).focus()
  await ana.page.keyboard.press('Tab')
  await expect(panel.locator(':focus')).toHaveCount(0)
  await panel.getByLabel('Tags').focus()
  await ana.page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
})

test('what belongs into a field stays in sight while one writes', async ({ ana, server }) => {
  const map = await makeMap(server.origin, START)
  await ana.open(map.link('editor'))
  await ana.selects(ana.card(FIRST))
  const panel = await ana.opensPanel('Block')
  await panel.getByLabel('Gain').fill('Nine hours')
  await expect(panel.getByText('What they gain, in figures if there are any')).toBeVisible()
  await expect(panel.getByLabel('Gain')).toHaveAccessibleDescription(/in figures/)
})
