/** The server dies without a word and comes back: nothing that had arrived is missing, and both carry on. */
import { expect, test } from '../world/actors.ts'
import { makeMap } from '../world/api.ts'
import { syncedClient } from '../world/stock-client.ts'

test('what the server had is there after kill -9, and a stock client carries on', async ({ ownServer }) => {
  const map = await makeMap(ownServer.origin)
  const script = await syncedClient(ownServer.origin, map.id, map.keys.editor)
  const reader = await syncedClient(ownServer.origin, map.id, map.keys.viewer)
  for (let n = 0; n < 20; n += 1) script.adds(`value-${n}`, 'value', `Value ${n}`)
  await expect.poll(() => reader.statement('value-19')).toBe('Value 19')
  script.leaves()
  reader.leaves()
  // The map file is read from what is stored, so this waits for the log and not for a clock.
  await expect.poll(async () => (await map.file()).blocks.length).toBe(20)

  await ownServer.kill()
  await ownServer.restart()
  expect((await map.file()).blocks).toHaveLength(20)
})

test('two people carry on after kill -9 in the middle of their work', async ({ ownServer, ana, ben }) => {
  const map = await makeMap(ownServer.origin)
  await ana.open(map.link('editor'))
  await ben.open(map.link('editor'))
  await ana.adds('Value', 'Before the fall', { x: 500, y: 250 })
  await expect(ben.sees('Before the fall')).toBeVisible()
  await expect(ana.savedState).toHaveText('Saved')

  await ownServer.kill()
  await ben.adds('Proof', 'While it was down', { x: 500, y: 600 })
  await expect(ben.savedState).toHaveText(/^Kept on this device/)
  await ownServer.restart()

  await expect(ana.sees('While it was down')).toBeVisible({ timeout: 30_000 })
  await ana.adds('Audience', 'After the fall', { x: 950, y: 250 })
  await expect(ben.sees('After the fall')).toBeVisible()
  await expect(ben.savedState).toHaveText('Saved', { timeout: 30_000 })
  const statements = (await map.file()).blocks.map(({ statement }) => statement).toSorted()
  expect(statements).toEqual(['After the fall', 'Before the fall', 'While it was down'])
})
