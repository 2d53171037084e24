/** The colleague who comes back after a week: what has changed is told in one quiet line, step by step, and as text. */
import { expectAccessible } from '../world/a11y.ts'
import { expect, test, type Person } from '../world/actors.ts'
import { makeMap } from '../world/api.ts'
import type { RunningServer } from '../world/server.ts'

const DAY_MS = 24 * 3_600_000

const twoDaysAgo = new Date(Date.now() - 2 * DAY_MS).toISOString().slice(0, 10)

const FILE = {
  format: 'throughline-map',
  version: 1,
  title: 'Vardeholm',
  blocks: [
    { id: 'why', kind: 'purpose', statement: 'Nothing spoils.', frame: { x: 0, y: 200, w: 330, h: 206 } },
    { id: 'first', kind: 'value', statement: 'A person answers first.', frame: { x: 500, y: 0, w: 280, h: 160 } },
    { id: 'filed', kind: 'value', statement: 'Every reading is filed.', frame: { x: 500, y: 300, w: 280, h: 160 } },
    { id: 'them', kind: 'audience', statement: 'Pharmacists.', frame: { x: 900, y: 0, w: 280, h: 160 } },
    {
      id: 'nine',
      kind: 'proof',
      statement: 'Nine of ten.',
      fields: { reviewBy: twoDaysAgo },
      frame: { x: 500, y: 520, w: 236, h: 112 },
    },
  ],
  links: [
    { from: 'why', to: 'first' },
    { from: 'why', to: 'filed' },
    { from: 'nine', to: 'filed' },
  ],
}

const called = (name: string, person: Person) =>
  person.page.addInitScript((given) => localStorage.setItem('throughline:name', given), name)

/** Ana (and whoever else) has been on the map; Ben works on it a day before they come back, a week later. */
async function aWeekOfBens(server: RunningServer, ben: Person, link: string): Promise<void> {
  await server.passTime(6 * DAY_MS)
  await called('Ben', ben)
  await ben.open(link)
  // All of it to one side: of two blocks nothing else is told.
  await ben.page.locator('.tl-container').first().focus()
  await ben.page.keyboard.press('ControlOrMeta+a')
  // Without Shift, which tldraw holds on to for 150 ms after it is let go: the next click would be one with Shift.
  for (let step = 0; step < 10; step += 1) await ben.page.keyboard.press('ArrowDown')
  await ben.page.keyboard.press('Escape')
  await ben.startsWriting(ben.card('A person answers first.'))
  await ben.page.keyboard.press('Backspace')
  await ben.writes(' of all.')
  await ben.stopsWriting()
  await ben.selects(ben.card('Every reading is filed.'))
  await ben.page.keyboard.press('Delete')
  await expect(ben.sees('Every reading is filed.')).toHaveCount(0)
  await ben.adds('Proof', 'Ask them.', { x: 900, y: 650 })
  await expect(ben.savedState).toHaveText('Saved')
  await ben.goesTo(server.origin)
  await server.passTime(DAY_MS)
}

test('a colleague comes back after a week: the home page, the line, the steps, the text', async ({
  ana,
  ben,
  ownServer,
}) => {
  test.setTimeout(120_000)
  const { page } = ana
  const map = await makeMap(ownServer.origin, { map: FILE })
  const link = map.link('editor')
  await ana.open(link)
  await ana.goesTo(ownServer.origin)
  await aWeekOfBens(ownServer, ben, link)

  await ana.goesTo(ownServer.origin)
  const row = page.getByRole('listitem').filter({ hasText: 'Vardeholm' }).first()
  await expect(row).toContainText('Ben reworded a value: A person answers first of all.')
  await expect(row).toContainText('Ben took a value off the map: Every reading is filed.')
  await expectAccessible(page)
  await row.getByRole('link', { name: 'See it on the map: Vardeholm' }).click()
  await ana.seesTheMap()

  const news = ana.panel('What changed')
  await expect(news).toContainText(
    'one block reworded, one block added, one block gone, one proof expired, two blocks moved',
  )
  // The one that has gone has no card to wear a mark, and of those that were only moved none does.
  await expect(page.locator('.news-mark')).toHaveCount(3)
  await expectAccessible(page)

  await page.keyboard.press('j')
  await expect(news).toContainText('1 of 5')
  await expect(news).toContainText('Ben reworded this value, yesterday.')
  await expect(news.locator('ins')).toHaveText([' of all'])
  await expect(page.locator('.news-mark')).toHaveCount(2)
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+J')
  await expect(news).toContainText('1 of 5')
  // A reload in the middle does not eat them, and what has been looked at stays so.
  await page.reload()
  await ana.seesTheMap()
  await expect(news).toContainText('one proof expired')
  await expect(page.locator('.news-mark')).toHaveCount(1)

  await news.getByRole('button', { name: 'Read them' }).click()
  await expect(news.getByRole('listitem')).toHaveCount(5)
  await expect(news.getByRole('listitem').filter({ hasText: 'Every reading is filed.' })).toContainText(
    'Ben took this value off the map',
  )
  await expect(news.getByRole('heading', { name: 'What changed' })).toBeFocused()
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.keyboard.press('Escape')
  for (let n = 0; n < 5; n += 1) await page.keyboard.press('j')
  await expect(news).toContainText('5 of 5')
  await expect(news).toContainText('Ben moved two blocks, yesterday.')
  await news.getByRole('button', { name: 'Done' }).click()
  await expect(news).toHaveCount(0)
  await expect(page.locator('.news-mark')).toHaveCount(0)
})

test('a guest with a viewer’s link is told on a phone, and the outline goes to what changed', async ({
  ana,
  ben,
  ownServer,
}) => {
  test.setTimeout(120_000)
  const { page } = ana
  const map = await makeMap(ownServer.origin, { map: FILE })
  await page.setViewportSize({ width: 390, height: 844 })
  await ana.goesTo(map.link('viewer'))
  await expect(ana.panel('Outline')).toContainText('Nothing spoils.')
  // Whoever is here for the first time is told nothing.
  await expect(ana.panel('What changed')).toHaveCount(0)
  await ana.goesTo(ownServer.origin)
  await aWeekOfBens(ownServer, ben, map.link('editor'))

  await ana.goesTo(`${ownServer.origin}/m/${map.id}`)
  const news = ana.panel('What changed')
  await expect(news).toContainText('one block reworded')
  await news.getByRole('button', { name: 'Step through' }).click()
  await expect(news).toContainText('Ben reworded this value')
  await expect(page.locator('[data-outline-block="first"]')).toBeInViewport()
  await expectAccessible(page)
  await news.getByRole('button', { name: 'Done' }).click()
  await expect(news).toHaveCount(0)
})
