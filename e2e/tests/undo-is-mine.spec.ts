/** Undo takes back my own work, never anybody else's. */
import { expect, test } from '../world/actors.ts'

test('undo takes back my block and leaves the other’s', async ({ ana, ben, mapUrl }) => {
  await ana.open(mapUrl)
  await ben.open(mapUrl)
  await ana.adds('Value', 'Ana’s', { x: 500, y: 300 })
  await ben.adds('Value', 'Ben’s', { x: 950, y: 300 })
  await expect(ana.sees('Ben’s')).toBeVisible()

  // Words and placing may be two steps; however many there are, none of them is Ben's.
  for (let press = 0; press < 4; press += 1) await ana.undoes()
  await expect(ana.sees('Ana’s')).toHaveCount(0)
  await expect(ben.sees('Ana’s')).toHaveCount(0)
  await expect(ana.sees('Ben’s')).toBeVisible()
  await expect(ben.sees('Ben’s')).toBeVisible()
})

test('undoing a move keeps what the other has typed meanwhile', async ({ ana, ben, mapUrl }) => {
  await ana.open(mapUrl)
  await ben.open(mapUrl)
  await ana.addsValue('Words')
  await expect(ben.sees('Words')).toBeVisible()
  const before = await ben.placeOf('Words')
  await ana.drags(ana.card('Words'), { x: 200, y: 0 })
  await expect.poll(async () => Math.round((await ben.placeOf('Words')).x - before.x)).toBe(200)
  await ben.startsWriting(ben.card('Words'))
  await ben.writes(' kept')
  await ben.stopsWriting()
  await expect(ana.sees('Words kept')).toBeVisible()

  await ana.undoes()
  await expect.poll(async () => Math.round((await ben.placeOf('Words kept')).x - before.x)).toBe(0)
  await expect(ana.sees('Words kept')).toBeVisible()
})
