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
