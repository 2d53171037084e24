/** Programs that are not ours: the stock y-websocket client and the contract, nothing else. */
import { expect, test } from '../world/actors.ts'
import { makeMap, mapFile } from '../world/api.ts'
import { stockClient, syncedClient } from '../world/stock-client.ts'

const START = mapFile([{ id: 'fast', kind: 'value', statement: 'Answers in a second' }])

test('a stock client reads the blocks, adds one, and another sees it', async ({ server }) => {
  const map = await makeMap(server.origin, { map: START })
  const script = await syncedClient(server.origin, map.id, map.keys.editor)
  const other = await syncedClient(server.origin, map.id, map.keys.viewer)
  expect(script.statement('fast')).toBe('Answers in a second')

  script.adds('quiet', 'value', 'Stays quiet')
  await expect.poll(() => other.statement('quiet')).toBe('Stays quiet')
  script.types('quiet', ' at night')
  await expect.poll(() => other.statement('quiet')).toBe('Stays quiet at night')
  await expect
    .poll(async () => (await map.file()).blocks.map(({ statement }) => statement).toSorted())
    .toEqual(['Answers in a second', 'Stays quiet at night'])
  script.leaves()
  other.leaves()
})

test('a viewer’s stock client reads, and changes nothing', async ({ server }) => {
  const map = await makeMap(server.origin, { map: START })
  const before = await map.file()
  const viewer = await syncedClient(server.origin, map.id, map.keys.viewer)
  viewer.adds('mine', 'value', 'Mine')
  expect(await viewer.closedWith()).toBe(4403)
  viewer.leaves()
  expect(await map.file()).toEqual(before)
})

for (const [who, code, keyOf] of [
  ['without a key', 4401, () => ''],
  ['with a key of another map', 4404, (other: string) => other],
] as const) {
  test(`a stock client ${who} is turned away with ${code}`, async ({ server }) => {
    const map = await makeMap(server.origin)
    const another = await makeMap(server.origin)
    const stranger = stockClient(server.origin, map.id, keyOf(another.keys.owner))
    expect(await stranger.closedWith()).toBe(code)
    stranger.leaves()
  })
}

test('a block that a stock client adds appears on everybody’s canvas', async ({ server, map, ana, ben }) => {
  await ana.open(map.link('editor'))
  await ben.open(map.link('viewer'))
  const script = await syncedClient(server.origin, map.id, map.keys.editor)
  script.adds('found', 'proof', 'Counted by a script')
  await expect(ana.sees('Counted by a script')).toBeVisible()
  await expect(ben.sees('Counted by a script')).toBeVisible()
  script.leaves()
})

test('what a stock client types appears in an open editor and leaves the caret where it is', async ({
  server,
  map,
  ana,
}) => {
  await ana.open(map.link('editor'))
  await ana.addsValue('Answers')
  const [block] = (await map.file()).blocks
  const script = await syncedClient(server.origin, map.id, map.keys.editor)
  await ana.startsWriting(ana.card('Answers'))
  await ana.page.keyboard.press('Home')
  script.types(block?.id ?? '', ' at once')
  await expect.poll(() => ana.written()).toBe('Answers at once')
  await ana.writes('It ')
  await expect.poll(() => ana.written()).toBe('It Answers at once')
  script.leaves()
})
