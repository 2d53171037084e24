/** Two people see each other's blocks, words, moves and deletions, and both type in one statement. */
import { expect, test } from '../world/actors.ts'

test('what one places and writes, the other sees', async ({ ana, ben, mapUrl }) => {
  await ana.open(mapUrl)
  await ben.open(mapUrl)
  await ana.adds('Value', 'Stays cold without power', { x: 500, y: 300 })
  await ben.adds('Audience', 'Pharmacies off the grid', { x: 900, y: 300 })
  for (const person of [ana, ben]) {
    await expect(person.sees('Stays cold without power')).toBeVisible()
    await expect(person.sees('Pharmacies off the grid')).toBeVisible()
  }
})

test('both type in one statement at once and every character of both survives', async ({ ana, ben, mapUrl, map }) => {
  await ana.open(mapUrl)
  await ben.open(mapUrl)
  await ana.addsValue('Middle')
  await expect(ben.sees('Middle')).toBeVisible()

  await ana.startsWriting(ana.card('Middle'))
  await ben.startsWriting(ben.card('Middle'))
  await ben.page.keyboard.press('Home')
  await Promise.all([
    ana.page.keyboard.type(' and after', { delay: 30 }),
    ben.page.keyboard.type('Before and ', { delay: 30 }),
  ])
  for (const person of [ana, ben]) await expect.poll(() => person.written()).toContain('Before and Middle and after')
  await expect.poll(async () => (await map.file()).blocks[0]?.statement).toBe('Before and Middle and after')
})

test('a card that one moves, moves for the other', async ({ ana, ben, mapUrl }) => {
  await ana.open(mapUrl)
  await ben.open(mapUrl)
  await ana.addsValue('Moves')
  await expect(ben.sees('Moves')).toBeVisible()
  const before = await ben.placeOf('Moves')
  await ana.drags(ana.card('Moves'), { x: 160, y: 90 })
  await expect.poll(async () => Math.round((await ben.placeOf('Moves')).x - before.x)).toBe(160)
  await expect.poll(async () => Math.round((await ben.placeOf('Moves')).y - before.y)).toBe(90)
})

test('a card that one deletes, goes for the other, and comes back with undo', async ({ ana, ben, mapUrl }) => {
  await ana.open(mapUrl)
  await ben.open(mapUrl)
  await ana.addsValue('Goes')
  await expect(ben.sees('Goes')).toBeVisible()
  await ana.selects(ana.card('Goes'))
  await ana.page.keyboard.press('Delete')
  await expect(ana.sees('Goes')).toHaveCount(0)
  await expect(ben.sees('Goes')).toHaveCount(0)
  await ana.undoes()
  await expect(ben.sees('Goes')).toBeVisible()
})
