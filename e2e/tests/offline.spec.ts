/** Edits made on a train arrive. */
import { expect, test } from '../world/actors.ts'

const NOTICED_WITHIN = { timeout: 10_000 }
test.setTimeout(90_000)

test('what is written offline merges with what the others did meanwhile', async ({ ana, ben, mapUrl }) => {
  await ana.open(mapUrl)
  await ben.open(mapUrl)
  await ana.adds('Value', 'Shared', { x: 500, y: 250 })
  await expect(ben.sees('Shared')).toBeVisible()

  await ana.goesOffline()
  await ana.startsWriting(ana.card('Shared'))
  await ana.writes(' on the train')
  await ana.stopsWriting()
  await ana.adds('Proof', 'Made on the train', { x: 500, y: 600 })
  await expect(ana.savedState).toHaveText(/^Kept on this device/, NOTICED_WITHIN)
  await ben.adds('Audience', 'Made at the desk', { x: 950, y: 250 })
  await expect(ana.sees('Made at the desk')).toHaveCount(0)

  await ana.comesBack()
  for (const person of [ana, ben]) {
    await expect(person.sees('Shared on the train')).toBeVisible({ timeout: 30_000 })
    await expect(person.sees('Made on the train')).toBeVisible({ timeout: 30_000 })
    await expect(person.sees('Made at the desk')).toBeVisible({ timeout: 30_000 })
  }
  await expect(ana.savedState).toHaveText('Saved')
})
