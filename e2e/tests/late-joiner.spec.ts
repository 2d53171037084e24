/** Who comes later sees what is there, and the one who left finds it again. */
import { expect, test } from '../world/actors.ts'

test('a third who joins late sees the same map', async ({ ana, ben, cleo, mapUrl }) => {
  await ana.open(mapUrl)
  await ben.open(mapUrl)
  await ana.adds('Purpose', 'Keep medicine cold', { x: 400, y: 300 })
  await ben.adds('Value', 'Nobody has to drive out', { x: 900, y: 300 })
  await expect(ben.sees('Keep medicine cold')).toBeVisible()

  await cleo.open(mapUrl)
  await expect(cleo.sees('Keep medicine cold')).toBeVisible()
  await expect(cleo.sees('Nobody has to drive out')).toBeVisible()
  expect(await cleo.cards()).toEqual(await ana.cards())
})

test('what was saved is there after closing the browser', async ({ ana, ben, mapUrl }) => {
  await ana.open(mapUrl)
  await ana.addsValue('Still here')
  await expect(ana.savedState).toHaveText('Saved')
  await ana.page.close()
  await ben.open(mapUrl)
  await expect(ben.sees('Still here')).toBeVisible()
})
