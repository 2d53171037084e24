/** Going back: a state is kept by name, what has changed since is read as sentences, one block alone is put back. */
import { expectAccessible } from '../world/a11y.ts'
import { expect, Person, test } from '../world/actors.ts'
import { makeMap, mapFile } from '../world/api.ts'

const FOUR = mapFile([
  { id: 'answers', kind: 'value', statement: 'A person answers first.' },
  { id: 'filed', kind: 'value', statement: 'Every reading is filed.' },
  { id: 'nights', kind: 'value', statement: 'Nobody drives in at night.' },
  { id: 'box', kind: 'value', statement: 'One box for all four fridges.' },
])

test('one block goes back while three people write in others: only it changes, and undo takes that back', async ({
  ana,
  ben,
  cleo,
  browser,
  server,
}) => {
  // Four browsers.
  test.setTimeout(120_000)
  const map = await makeMap(server.origin, { map: FOUR })
  const dora = await Person.arrives('Dora', browser)
  const others = [
    { who: ben, words: 'Every reading is filed.' },
    { who: cleo, words: 'Nobody drives in at night.' },
    { who: dora, words: 'One box for all four fridges.' },
  ]
  await Promise.all([ana, ben, cleo, dora].map((person) => person.open(map.link('editor'))))
  const versions = await ana.opensPanel('Versions')
  await expect(versions).toContainText('keeps a version by itself')
  await versions.getByRole('textbox', { name: 'Name' }).fill('Agreed 12 March')
  await versions.getByRole('button', { name: 'Keep this state' }).click()
  const entry = versions.getByRole('button', { name: /Agreed 12 March/ })
  await entry.click()
  await expect(versions).toContainText('The map reads like this now.')

  await ben.startsWriting(ben.card('A person answers first.'))
  await ben.page.keyboard.press('Backspace')
  await ben.writes(' of all.')
  await ben.stopsWriting()
  for (const { who, words } of others) {
    await who.startsWriting(who.card(words))
    await who.writes(' For ')
    // On the map, though her panel may cover it.
    await expect(ana.sees(`${words} For`)).toHaveCount(1)
  }
  await expect(versions).toContainText('The value was reworded:')
  await expect(versions.locator('ins').filter({ hasText: 'of all' })).toBeVisible()
  await expectAccessible(ana.page)

  const puttingBack = versions
    .getByRole('listitem')
    .filter({ hasText: 'A person answers first of all.' })
    .last()
    .getByRole('button', { name: 'Put this back' })
  // All four at once: three go on typing where they are.
  await Promise.all([puttingBack.click(), ...others.map(({ who }) => who.writes('ever'))])
  const seen = (first: string) => [first, ...others.map(({ words }) => `${words} For ever`)].toSorted()
  const statements = async () => (await map.file()).blocks.map(({ statement }) => statement).toSorted()
  await expect.poll(statements).toEqual(seen('A person answers first.'))
  for (const { who } of others) {
    await expect(who.sees('A person answers first.')).toBeVisible()
    await expect(who.editor).toBeFocused()
    await who.writes('.')
  }
  await expect(ana.sees('For ever.')).toHaveCount(3)

  await ana.page.keyboard.press('Escape')
  await ana.undoes()
  await expect(ben.sees('A person answers first of all.')).toBeVisible()
  const after = [...others.map(({ words }) => `${words} For ever.`), 'A person answers first of all.'].toSorted()
  await expect.poll(statements).toEqual(after)
  await dora.leaves()
})

test('the whole map goes back for everybody, and the state before it is kept', async ({ ana, ben, mapUrl }) => {
  await ana.open(mapUrl)
  await ben.open(mapUrl)
  await ana.adds('Value', 'A person answers first.', { x: 350, y: 300 })
  const versions = await ana.opensPanel('Versions')
  await versions.getByRole('textbox', { name: 'Name' }).fill('Morning')
  await ana.page.keyboard.press('Enter')
  await expect(versions.getByRole('button', { name: /Morning/ })).toBeVisible()
  await ben.adds('Proof', 'Nine of ten.', { x: 350, y: 560 })
  await expect(ana.sees('Nine of ten.')).toBeVisible()

  await versions.getByRole('button', { name: /Morning/ }).click()
  await expect(versions).toContainText('New: the proof “Nine of ten.”')
  await versions.getByRole('button', { name: 'Put all of it back' }).click()
  await versions.getByRole('button', { name: 'Put it back', exact: true }).click()
  await expect(ben.sees('Nine of ten.')).toHaveCount(0)
  await versions.getByRole('button', { name: /Before going back to “Morning”/ }).click()
  await expect(versions).toContainText('Gone: the proof “Nine of ten.”')
})

test('any two states are compared, in words and on the canvas', async ({ ana, mapUrl }) => {
  await ana.open(mapUrl)
  await ana.adds('Value', 'A person answers first.', { x: 300, y: 250 })
  await ana.adds('Proof', 'Nine of ten.', { x: 300, y: 480 })
  const versions = await ana.opensPanel('Versions')
  const keeps = async (name: string) => {
    await versions.getByRole('textbox', { name: 'Name' }).fill(name)
    await versions.getByRole('button', { name: 'Keep this state' }).click()
    await expect(versions.getByRole('button', { name })).toBeVisible()
  }
  await keeps('Morning')
  await ana.startsWriting(ana.card('A person answers first.'))
  await ana.page.keyboard.press('Backspace')
  await ana.writes(' of all.')
  await ana.stopsWriting()
  await ana.drags(ana.card('A person answers first of all.'), { x: 260, y: 40 })
  await keeps('Noon')
  await ana.selects(ana.card('Nine of ten.'))
  await ana.page.keyboard.press('Delete')
  await expect(ana.sees('Nine of ten.')).toHaveCount(0)

  await versions.getByRole('button', { name: /Morning/ }).click()
  await versions.getByRole('button', { name: 'Show on the canvas' }).click()
  const marks = ana.page.locator('[data-compared]')
  await expect(marks).toHaveCount(2)
  await expect(marks.filter({ hasText: 'Gone' })).toContainText('Nine of ten.')
  await expect(marks.filter({ hasText: 'Reworded' })).toHaveCount(1)
  await expect(ana.page.locator('.compare-place')).toHaveCount(1)
  await expectAccessible(ana.page)

  await versions
    .getByRole('combobox', { name: 'Compare with' })
    .selectOption((await versions.getByRole('option', { name: /Noon/ }).getAttribute('value')) ?? '')
  await expect(versions).toContainText('What changed from the earlier to the later')
  await expect(versions.locator('ins')).toHaveText([' of all'])
  await expect(versions).not.toContainText('Gone: the proof')
  await expect(versions.getByRole('button', { name: 'Put all of it back' })).toHaveCount(0)
  // Closed, it leaves nothing on the canvas.
  await versions.getByRole('button', { name: 'Close panel' }).click()
  await expect(marks).toHaveCount(0)
})

test('the agreed line says what has moved since, and by whom', async ({ ana, ben, mapUrl }) => {
  const { page } = ana
  await page.addInitScript(() => localStorage.setItem('throughline:name', 'Ana'))
  await ben.page.addInitScript(() => localStorage.setItem('throughline:name', 'Ben'))
  await ana.open(mapUrl)
  for (const [words, y] of [
    ['A person answers first.', 250],
    ['Every reading is filed.', 480],
  ] as const) {
    await ana.adds('Value', words, { x: 300, y })
    await ana.selects(ana.card(words))
    await page.keyboard.press('b')
    await ana.panel('Block').getByRole('radio', { name: 'Agreed' }).click()
    await page.keyboard.press('Escape')
  }
  await ben.open(mapUrl)
  await ben.startsWriting(ben.card('A person answers first.'))
  await ben.page.keyboard.press('Backspace')
  await ben.writes(' of all.')
  await ben.stopsWriting()
  await expect(ana.sees('A person answers first of all.')).toBeVisible()

  const versions = await ana.opensPanel('Versions')
  await versions.getByRole('button', { name: 'Agreed line' }).click()
  const line = ana.panel('Agreed line')
  await expect(line).toContainText('One block has moved since.')
  const moved = line.getByRole('region', { name: 'Moved since' }).getByRole('listitem')
  await expect(moved).toHaveCount(1)
  await expect(moved).toContainText('Reworded by Ben, today')
  await expect(moved.locator('ins')).toHaveText([' of all'])
  await expect(line.getByRole('region', { name: 'As agreed' })).toContainText('Every reading is filed.')
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  // On paper it is all there is.
  await page.emulateMedia({ media: 'print' })
  await expect(line).toBeVisible()
  await expect(page.locator('.tl-canvas')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await line.getByRole('button', { name: 'Copy as text' }).click()
  await expect(page.getByText('The agreed line is copied, as text.')).toBeVisible()
})
