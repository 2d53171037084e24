/** Going back: a state is kept by name, what has changed since is read as sentences, one block alone is put back. */
import { expectAccessible } from '../world/a11y.ts'
import { expect, test } from '../world/actors.ts'

test('one block goes back while somebody writes in another, and undo takes that back', async ({ ana, ben, mapUrl }) => {
  await ana.open(mapUrl)
  await ben.open(mapUrl)
  await ana.adds('Value', 'A person answers first.', { x: 350, y: 300 })
  await ana.adds('Value', 'Every reading is filed.', { x: 350, y: 520 })
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
  await ben.startsWriting(ben.card('Every reading is filed.'))
  await ben.writes(' For ')
  await expect(versions).toContainText('now reads “A person answers first of all.”; it read “A person answers first.”')
  await expectAccessible(ana.page)

  await versions
    .getByRole('listitem')
    .filter({ hasText: 'now reads “A person answers first of all.”' })
    .last()
    .getByRole('button', { name: 'Put this back' })
    .click()
  await expect(ben.sees('A person answers first.')).toBeVisible()
  await ben.writes('ever.')
  await expect(ana.sees('Every reading is filed. For ever.')).toBeVisible()

  await ana.page.keyboard.press('Escape')
  await ana.undoes()
  await expect(ben.sees('A person answers first of all.')).toBeVisible()
  await expect(ana.sees('Every reading is filed. For ever.')).toBeVisible()
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
