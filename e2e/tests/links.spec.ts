/** A link is drawn from card to card, points the way the argument goes, and follows its cards. */
import { expect, test } from '../world/actors.ts'
import { makeMap, mapFile } from '../world/api.ts'

for (const tool of ['Link', 'Arrow']) {
  test(`drawn with ${tool} from card to card, it is there for both`, async ({ ana, ben, map }) => {
    await ana.open(map.link('editor'))
    await ben.open(map.link('editor'))
    await ana.adds('Value', 'Stays cold', { x: 350, y: 300 })
    await ana.adds('Audience', 'Pharmacies', { x: 900, y: 500 })
    await ana.picks(tool)
    await ana.connects(ana.card('Stays cold'), ana.card('Pharmacies'))
    await expect(ana.shapes('link')).toHaveCount(1)
    await expect(ben.shapes('link')).toHaveCount(1)
    await expect.poll(async () => (await map.file()).links.map(({ relation }) => relation)).toEqual(['serves'])
  })
}

test('an arrow drawn by a hand that rests on the way and before it lets go joins the two all the same', async ({
  ana,
  map,
}) => {
  await ana.page.clock.install()
  await ana.open(map.link('editor'))
  await ana.adds('Value', 'Stays cold', { x: 350, y: 300 })
  await ana.adds('Audience', 'Pharmacies', { x: 900, y: 500 })
  await ana.picks('Arrow')
  await ana.connects(ana.card('Stays cold'), ana.card('Pharmacies'), () => ana.page.clock.fastForward(1_500))
  await expect(ana.shapes('link')).toHaveCount(1)
  await expect(ana.shapes('arrow')).toHaveCount(0)
  await expect.poll(async () => (await map.file()).links.map(({ relation }) => relation)).toEqual(['serves'])
})

test('drawn against the argument, it is turned', async ({ ana, map }) => {
  await ana.open(map.link('editor'))
  await ana.adds('Value', 'Stays cold', { x: 350, y: 300 })
  await ana.adds('Proof', 'Measured in May', { x: 900, y: 500 })
  await ana.picks('Link')
  await ana.connects(ana.card('Stays cold'), ana.card('Measured in May'))
  await expect.poll(async () => (await map.file()).links.map(({ relation }) => relation)).toEqual(['supports'])
  const { blocks, links } = await map.file()
  expect(blocks.find(({ id }) => id === links[0]?.from)?.kind).toBe('proof')
})

test('pulled out of a card’s edge onto another, it joins the two', async ({ ana, ben, map }) => {
  await ana.open(map.link('editor'))
  await ben.open(map.link('editor'))
  await ana.adds('Value', 'Stays cold', { x: 350, y: 300 })
  await ana.adds('Audience', 'Pharmacies', { x: 900, y: 500 })
  await ana.pullsLinkFrom(ana.card('Stays cold'), ana.card('Pharmacies'))
  await expect(ben.shapes('link')).toHaveCount(1)
  await expect.poll(async () => (await map.file()).links.map(({ relation }) => relation)).toEqual(['serves'])
})

test('pulled out of a card’s edge onto nothing, it makes the fitting kind there', async ({ ana, ben, map }) => {
  await ana.open(map.link('editor'))
  await ben.open(map.link('editor'))
  await ana.adds('Value', 'Stays cold', { x: 350, y: 300 })
  await ana.pullsLinkFrom(ana.card('Stays cold'), { x: 900, y: 500 })
  await expect(ana.editor).toBeFocused()
  await ana.writes('Pharmacies')
  await ana.stopsWriting()
  await expect(ben.sees('Pharmacies')).toBeVisible()
  await expect(ben.shapes('link')).toHaveCount(1)
  await expect
    .poll(async () => (await map.file()).blocks.map(({ kind }) => kind).toSorted())
    .toEqual(['audience', 'value'])
})

test('it goes with its card, and comes back with undo', async ({ ana, ben, server }) => {
  const START = mapFile(
    [
      { id: 'cold', kind: 'value', statement: 'Stays cold' },
      { id: 'rural', kind: 'audience', statement: 'Pharmacies' },
    ],
    [['cold', 'rural']],
  )
  const map = await makeMap(server.origin, { map: START })
  await ana.open(map.link('editor'))
  await ben.open(map.link('editor'))
  await expect(ben.shapes('link')).toHaveCount(1)
  await ana.selects(ana.card('Pharmacies'))
  await ana.page.keyboard.press('Delete')
  await expect(ben.shapes('link')).toHaveCount(0)
  await ana.undoes()
  await expect(ben.shapes('link')).toHaveCount(1)
  await expect(ben.sees('Pharmacies')).toBeVisible()
})
