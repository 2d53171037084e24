/** What happens to connections as time passes. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { FRAME, SYNC, type MadeKey } from '@throughline/shared/protocol'
import { updateFrame } from '../src/rooms/frames.ts'
import { FakeClock } from './fake-clock.ts'
import { makeSmallMap } from './small-map.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'
import { joinAs, RawPeer } from './stock-peer.ts'

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

test('[CN4] one that does not read misses updates, and has the whole document as soon as it reads again', async () => {
  const { id, keys } = await makeSmallMap(server)
  const slow = joinAs(server.socketUrl, `${id}/canvas`, { key: keys.viewer })
  await slow.synced
  const socket = slow.provider.ws as unknown as WebSocket
  let heard = 0
  socket.on('message', () => (heard += 1))
  socket.pause()
  const ana = new RawPeer(`${server.socketUrl}/${id}/canvas?key=${keys.editor}&app=1`)
  await ana.opened
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const ROUNDS = 40
  for (let round = 1; round <= ROUNDS; round += 1) {
    doc.getMap('heavy').set(String(round), 'x'.repeat(1_000_000))
    ana.socket.send(updateFrame(updates.at(-1)!))
    const isReceipt = ([type, count]: Uint8Array) => type === FRAME.receipt && count === round
    const receipted = ana.frame(isReceipt)
    while (!ana.frames.some(isReceipt)) {
      clock.pass(16)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await receipted
  }
  socket.resume()
  while (slow.doc.getMap('heavy').size < ROUNDS) {
    clock.pass(1_000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(heard).toBeLessThan(ROUNDS)
  ana.socket.close()
  slow.leave()
})

test('one that asks for the whole document again and again is told to slow down', async () => {
  const { id, keys } = await makeSmallMap(server)
  const cleo = new RawPeer(`${server.socketUrl}/${id}/canvas?key=${keys.viewer}`)
  await cleo.opened
  for (let asked = 0; asked <= 20; asked += 1) cleo.send(FRAME.sync, SYNC.step1, 1, 0)
  expect((await cleo.closed).code).toBe(4529)
  expect(cleo.frames.filter(([type, kind]) => type === FRAME.sync && kind === SYNC.step2)).toHaveLength(20)
})
