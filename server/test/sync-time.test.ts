/** What happens to connections as time passes. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FRAME, type MadeKey } from '@throughline/shared/protocol'
import { FakeClock } from './fake-clock.ts'
import { makeSmallMap } from './small-map.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'
import { RawPeer } from './stock-peer.ts'

let clock: FakeClock
let server: TestServer
beforeEach(async () => {
  clock = new FakeClock()
  server = await startTestServer({ clock })
})
afterEach(() => server.close())

test('every connection gets a data frame at least every 20 s, one that the stock client reads as nothing new', async () => {
  const { id, keys } = await makeSmallMap(server)
  const cleo = new RawPeer(`${server.socketUrl}/${id}/canvas?key=${keys.viewer}`)
  await cleo.opened
  await cleo.frame(([type]) => type === FRAME.awareness)
  for (let round = 0; round < 2; round += 1) {
    const before = cleo.frames.length
    const heard = new Promise((resolve) => cleo.socket.once('message', resolve))
    const answered = new Promise((resolve) => cleo.socket.once('ping', resolve))
    clock.pass(20_000)
    await Promise.all([heard, answered])
    expect([...cleo.frames[before]!]).toEqual([FRAME.awareness, 1, 0])
  }
  cleo.socket.close()
})

test('a key that expires closes its connections', async () => {
  const { id, keys } = await makeSmallMap(server)
  const expiresAt = clock.now() + 8_000
  const made = (await (
    await server.call('POST', `/api/maps/${id}/keys`, keys.owner, { role: 'editor', expiresAt })
  ).json()) as MadeKey
  const ana = new RawPeer(`${server.socketUrl}/${id}/canvas?key=${made.key}`)
  await ana.frame(([type]) => type === FRAME.awareness)
  clock.pass(10_000)
  expect((await ana.closed).code).toBe(4403)
})

test('a connection that answers nothing for a while is cut', async () => {
  const { id, keys } = await makeSmallMap(server)
  const ana = new RawPeer(`${server.socketUrl}/${id}/canvas?key=${keys.editor}`, { autoPong: false })
  await ana.frame(([type]) => type === FRAME.awareness)
  clock.pass(60_000)
  expect((await ana.closed).code).toBe(1006)
})
