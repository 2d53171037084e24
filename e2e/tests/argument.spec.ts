/** A whole line of argument, built and followed without a mouse; and where a line breaks, one press writes on. */
import { expect, test, type Person } from '../world/actors.ts'
import { expectAccessible } from '../world/a11y.ts'
import { makeMap, mapFile } from '../world/api.ts'

/** One key or several, then the words of the card that they make, then back to the card. */
async function adds(person: Person, keys: readonly string[], words: string): Promise<void> {
  for (const key of keys) await person.page.keyboard.press(key)
  await expect(person.editor).toBeFocused()
  await person.writes(words)
  await person.stopsWriting()
}

test('a whole line is built on the canvas by keyboard alone', async ({ ana, map }) => {
  const { keyboard } = ana.page
  await ana.open(map.link('editor'))
  await adds(ana, ['1', 'Enter'], 'Keep medicine cold')
  await adds(ana, ['v'], 'You sleep at night')
  await adds(ana, ['a'], 'Pharmacists')
  // Back along the argument, from the audience to its value.
  await keyboard.press('Shift+Tab')
  await adds(ana, ['p'], '1,740 nights')

  // The proof holds the purpose too: the other block is found by its words.
  await keyboard.press('l')
  await expect(ana.page.getByRole('combobox')).toBeFocused()
  await ana.writes('medicine')
  await keyboard.press('Enter')

  // Everything else that a block holds is one key away, and Esc leads back.
  await keyboard.press('Shift+Tab')
  await keyboard.press('Shift+Tab')
  await keyboard.press('b')
  const panel = ana.panel('Block')
  const telling = panel.getByRole('textbox', { name: 'Sales' })
  await ana.tabsTo(telling)
  await ana.writes('We watch your fridge')
  await keyboard.press('Enter')
  await ana.tabsTo(panel.getByRole('radio', { name: 'Draft' }))
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await expect(panel.getByRole('radio', { name: 'Agreed' })).toBeChecked()
  await keyboard.press('Escape')
  await expect(panel).toHaveCount(0)

  await expect
    .poll(async () => (await map.file()).links.map(({ relation }) => relation).toSorted())
    .toEqual(['drives', 'serves', 'supports', 'supports'])
  const { blocks } = (await map.file()) as { blocks: readonly Record<string, unknown>[] }
  const value = blocks.find(({ kind }) => kind === 'value')
  expect(value).toMatchObject({
    statement: 'You sleep at night',
    status: 'agreed',
    tellings: { sales: 'We watch your fridge' },
  })
})

const BROKEN = mapFile(
  [
    { id: 'why', kind: 'purpose', statement: 'Keep medicine cold.' },
    { id: 'sleep', kind: 'value', statement: 'You sleep at night.' },
    { id: 'van', kind: 'value', statement: 'It works in a van.' },
    { id: 'them', kind: 'audience', statement: 'Pharmacists' },
  ],
  [
    ['why', 'sleep'],
    ['why', 'van'],
    ['sleep', 'them'],
  ],
)

test('a traced line lights up, says where it breaks, and is written on there', async ({ ana, ben, server }) => {
  const map = await makeMap(server.origin, { map: BROKEN })
  await ana.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await ana.open(map.link('editor'))
  await ben.open(map.link('editor'))
  await ana.selects(ana.card('You sleep'))
  await ana.page.keyboard.press('t')
  const legend = ana.page.getByRole('main')
  await expect(legend.getByText('Its line reaches an audience; no proof holds it yet.')).toBeVisible()
  const lit = ana.page.locator('.card[data-on-line="true"]')
  await expect(lit).toHaveCount(3)
  await expect(ana.card('It works in a van')).toHaveAttribute('data-on-line', 'false')
  // It is hers alone.
  await expect(ben.page.locator('.card[data-on-line="true"]')).toHaveCount(0)

  await legend.getByRole('button', { name: 'Copy as a sentence' }).click()
  await expect
    .poll(() => ana.page.evaluate(() => navigator.clipboard.readText()))
    .toBe(
      '“Keep medicine cold” drives “You sleep at night”, which serves “Pharmacists” and is supported by no proof yet.',
    )

  await ana.page.getByRole('button', { name: /^No proof holds this yet/ }).click()
  await expect(ana.editor).toBeFocused()
  await ana.writes('1,740 nights')
  await ana.stopsWriting()
  await expect(legend.getByText('Its line reaches an audience; one proof holds it.')).toBeVisible()
  await expect(lit).toHaveCount(4)
  await expect(ana.page.getByRole('button', { name: /^No proof holds this yet/ })).toHaveCount(0)
  // Esc steps out one level at a time: the selection, then the trace.
  await ana.page.keyboard.press('Escape')
  await ana.page.keyboard.press('Escape')
  await expect(lit).toHaveCount(0)
})

test('the line is drawn in half a second, and stands whole at once for those who want no motion', async ({
  ana,
  server,
}) => {
  const map = await makeMap(server.origin, { map: BROKEN })
  await ana.open(map.link('editor'))
  await ana.selects(ana.card('You sleep'))
  await ana.page.evaluate(() => {
    const longest = () =>
      Math.max(
        ...document
          .getAnimations()
          .map(({ effect }) => effect?.getComputedTiming())
          .map((timing) => Number(timing?.delay ?? 0) + Number(timing?.duration ?? 0)),
      )
    // Noted as it begins: on a busy machine it may be over by the time one looks.
    const note = () => (document.body.dataset['drawnFor'] = String(longest()))
    for (const begins of ['animationstart', 'transitionrun']) document.addEventListener(begins, note, { once: true })
  })
  await ana.page.keyboard.press('t')
  await expect(ana.page.locator('.card[data-on-line="true"]')).toHaveCount(3)
  await expect(ana.page.locator('body')).toHaveAttribute('data-drawn-for', '520')
  await ana.page.keyboard.press('t')
  await ana.page.emulateMedia({ reducedMotion: 'reduce' })
  await ana.page.keyboard.press('t')
  await expect(ana.page.locator('.card[data-on-line="true"]')).toHaveCount(3)
  expect(await ana.page.evaluate(() => document.getAnimations().length)).toBe(0)
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on a traced map and in the link dialog (${theme})`, async ({ ana, server }) => {
    const map = await makeMap(server.origin, { map: BROKEN })
    await ana.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await ana.open(map.link('editor'))
    await ana.selects(ana.card('You sleep'))
    await ana.page.keyboard.press('t')
    await ana.opensPanel('Outline')
    await expectAccessible(ana.page)
    await ana.panel('Outline').getByRole('button', { name: 'Link with…' }).click()
    await expect(ana.page.getByRole('combobox')).toBeFocused()
    await expectAccessible(ana.page)
  })
