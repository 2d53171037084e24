/** The outline does what the canvas does: by keyboard, on a phone, by ear, and where no canvas can run. */
import { expect, test, type Person } from '../world/actors.ts'
import { expectAccessible } from '../world/a11y.ts'
import { makeMap, mapFile } from '../world/api.ts'

const PHONE = { width: 390, height: 844 }

const line = (person: Person, words: string) => person.page.locator('[data-line]').filter({ hasText: words }).first()

async function writes(person: Person, words: string): Promise<void> {
  await expect(person.editor).toBeFocused()
  await person.writes(words)
  await person.page.keyboard.press('Enter')
  await expect(line(person, words)).toBeFocused()
}

const THREE = mapFile(
  [
    { id: 'why', kind: 'purpose', statement: 'Keep medicine cold.' },
    { id: 'sleep', kind: 'value', statement: 'You sleep at night.' },
    { id: 'van', kind: 'value', statement: 'It works in a van.' },
    { id: 'them', kind: 'audience', statement: 'Pharmacists' },
    { id: 'nights', kind: 'proof', statement: '1,740 nights' },
  ],
  [
    ['why', 'sleep'],
    ['why', 'van'],
    ['sleep', 'them'],
    ['van', 'them'],
    ['nights', 'sleep'],
  ],
)

test('a whole line is built in the outline by keyboard alone, on a phone’s screen', async ({ ana, map }) => {
  const { keyboard } = ana.page
  await ana.page.setViewportSize(PHONE)
  await ana.goesTo(map.link('editor'))
  await ana.tabsTo(ana.page.getByRole('button', { name: 'Write the purpose' }))
  await keyboard.press('Enter')
  await writes(ana, 'Keep medicine cold')
  await keyboard.press('v')
  await writes(ana, 'You sleep at night')
  await keyboard.press('a')
  await writes(ana, 'Pharmacists')
  await keyboard.press('ArrowLeft')
  await expect(line(ana, 'You sleep')).toBeFocused()
  await keyboard.press('p')
  await writes(ana, '1,740 nights')
  await expectAccessible(ana.page)
  await ana.page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(ana.page)

  // A proof that hangs loose finds its value: under the one above it, then under another that is searched for.
  await keyboard.press('4')
  await writes(ana, 'In 11 of 14 hospitals')
  await keyboard.press('Alt+ArrowRight')
  await expect.poll(async () => (await map.file()).links.length).toBe(4)
  await expect(line(ana, 'In 11 of 14')).toBeFocused()
  await keyboard.press('l')
  await expect(ana.page.getByRole('combobox')).toBeFocused()
  await keyboard.press('Escape')
  await expect(line(ana, 'In 11 of 14')).toBeFocused()
  await keyboard.press('m')
  await expect(ana.page.getByRole('combobox')).toBeFocused()
  await ana.writes('medicine')
  await keyboard.press('Enter')
  await expect(line(ana, 'In 11 of 14')).toBeFocused()

  // What it holds, and back to where one was.
  await keyboard.press('ArrowUp')
  await keyboard.press('Home')
  await keyboard.press('ArrowDown')
  await expect(line(ana, 'You sleep')).toBeFocused()
  await keyboard.press('b')
  const panel = ana.panel('Block')
  await ana.tabsTo(panel.getByRole('textbox', { name: 'Sales' }))
  await ana.writes('We watch your fridge')
  await keyboard.press('Enter')
  await ana.tabsTo(panel.getByRole('radio', { name: 'Draft' }))
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await expect(panel.getByRole('radio', { name: 'Agreed' })).toBeChecked()
  await ana.tabsTo(ana.page.getByRole('button', { name: 'Back to the outline' }), 'Shift+Tab')
  await keyboard.press('Enter')
  await expect(line(ana, 'You sleep')).toBeFocused()

  // Deleting, and taking it back.
  await keyboard.press('Delete')
  await expect(line(ana, 'You sleep')).toHaveCount(0)
  await ana.undoes()
  await expect(line(ana, 'You sleep')).toBeVisible()

  const file = (await map.file()) as {
    blocks: readonly Record<string, unknown>[]
    links: readonly { relation: string }[]
  }
  expect(file.blocks.find(({ statement }) => statement === 'You sleep at night')).toMatchObject({
    status: 'agreed',
    tellings: { sales: 'We watch your fridge' },
  })
  expect(file.links.map(({ relation }) => relation).toSorted()).toEqual(['drives', 'serves', 'supports', 'supports'])
})

test('order, links and finding: by keyboard, with one’s own undo', async ({ ana, server }) => {
  const map = await makeMap(server.origin, { map: THREE })
  await ana.open(map.link('editor'))
  await ana.opensPanel('Outline')
  const order = () => ana.page.locator('[data-line]').allTextContents()
  await ana.tabsTo(line(ana, 'Keep medicine'))
  await ana.page.keyboard.press('ArrowDown')
  const [, first = ''] = await order()
  await ana.page.keyboard.press('Alt+ArrowDown')
  await expect.poll(async () => (await order())[1]).not.toBe(first)
  await expect(line(ana, first)).toBeFocused()
  await ana.page.keyboard.press('Alt+ArrowUp')
  await expect.poll(async () => (await order())[1]).toBe(first)

  await ana.page.keyboard.press('/')
  await ana.writes('1,740')
  await expect.poll(order).toEqual(['1,740 nights'])
  await ana.page.keyboard.press('Enter')
  await expect(line(ana, '1,740')).toBeFocused()
  await ana.page.keyboard.press('/')
  await ana.page.keyboard.press('Escape')
  await expect.poll(async () => (await order()).length).toBe(6)

  // What the argument reaches twice is said in words, not nested again.
  await expect(ana.panel('Outline').getByText('Stands further up, with all that hangs on it.')).toBeVisible()
  await ana.panel('Outline').getByRole('button', { name: 'Remove the link with You sleep at night.' }).click()
  await expect.poll(async () => (await map.file()).links.length).toBe(4)
})

test('selection goes both ways between canvas and outline', async ({ ana, server }) => {
  const map = await makeMap(server.origin, { map: THREE })
  await ana.open(map.link('editor'))
  await ana.opensPanel('Outline')
  await ana.tabsTo(line(ana, 'Keep medicine'))
  await ana.page.keyboard.press('ArrowDown')
  await expect(ana.page.locator('.tl-overlays__item.is-selected')).toHaveCount(1)
  await ana.selects(ana.card('It works in a van'))
  await expect(line(ana, 'It works in a van')).toHaveAttribute('aria-current', 'true')
})

test('what others do is said aloud, and takes nobody’s focus away', async ({ ana, ben, server }) => {
  const map = await makeMap(server.origin, { map: THREE })
  await ben.open(map.link('editor'))
  await ana.page.setViewportSize(PHONE)
  await ana.goesTo(map.link('editor'))
  const log = ana.page.getByRole('log', { name: 'What others do' })
  await ana.tabsTo(line(ana, 'Keep medicine'))
  await ana.page.keyboard.press('End')
  await expect(line(ana, 'Pharmacists').or(line(ana, '1,740 nights')).first()).toBeVisible()
  await line(ana, '1,740 nights').focus()

  await ben.startsWriting(ben.card('It works in a van'))
  await ben.writes(' And a cellar.')
  await ben.stopsWriting()
  await expect(log).toHaveText(/^\S.* reworded the value “It works in a van\. And a cellar\.”\.$/, { timeout: 15_000 })
  await expect(line(ana, '1,740 nights')).toBeFocused()

  // The block she is at goes: she is at the next one, and hears why.
  await ben.selects(ben.card('1,740 nights'))
  await ben.page.keyboard.press('Delete')
  await expect(line(ana, '1,740 nights')).toHaveCount(0)
  await expect(ana.page.locator('[data-line]:focus')).toHaveCount(1)
  await expect(log).toHaveText(/ removed the proof “1,740 nights”\.$/, { timeout: 15_000 })

  // While she writes, the block hangs elsewhere all of a sudden: she writes on.
  await line(ana, 'It works in a van').focus()
  await ana.page.keyboard.press('Enter')
  await expect(ana.editor).toBeFocused()
  await ben.selects(ben.card('Keep medicine'))
  await ben.page.keyboard.press('Delete')
  await expect(line(ana, 'Keep medicine')).toHaveCount(0)
  await expect(ana.editor).toBeFocused()
  await ana.writes('!')
  await expect(ben.sees('cellar.!')).toBeVisible()
})

test('where the canvas cannot run, the outline does', async ({ ana, server }) => {
  const map = await makeMap(server.origin, { map: THREE })
  await ana.page.route(/\/assets\/Canvas-[^/]*\.js$/, (route) => route.abort())
  await ana.goesTo(map.link('editor'))
  await expect(ana.page.getByRole('alert')).toContainText('The outline does all that can be done')
  await expectAccessible(ana.page)
  await line(ana, 'You sleep').focus()
  await ana.page.keyboard.press('p')
  await writes(ana, 'In 11 of 14 hospitals')
  await expect.poll(async () => (await map.file()).links.length).toBe(6)
})

test('at 200 % zoom nothing scrolls sideways', async ({ ana, server }) => {
  const map = await makeMap(server.origin, { map: THREE })
  // A laptop of 1280 × 800 at 200 %.
  await ana.page.setViewportSize({ width: 640, height: 400 })
  await ana.goesTo(map.link('editor'))
  await line(ana, 'You sleep').focus()
  const isTooWide = () => ana.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(await isTooWide()).toBe(false)
  await ana.page.keyboard.press('t')
  await expect(ana.panel('Outline').getByText('Its line reaches an audience; one proof holds it.')).toBeVisible()
  expect(await isTooWide()).toBe(false)
})
