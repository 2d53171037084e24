/** What happens to connections as time passes. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { FRAME, SYNC, type MadeKey } from '@throughline/shared/protocol'
import { updateFrame } from '../src/rooms/frames.ts'
import { LIMITS } from '@throughline/shared/schema'
import { FakeClock } from './fake-clock.ts'
import { makeSmallMap } from './small-map.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'
import { joinAs, RawPeer, until } from './stock-peer.ts'

let clock: FakeClock
let server: TestServer
beforeEach(async () => {
  clock = new FakeClock()
  server = await startTestServer({ clock })
})
afterEach(() => server.close())

/** One varUint of seven bits a byte. */
function readReceipt(frame: Buffer): number {
  return [...frame.subarray(1)].reduceRight((sum, byte) => sum * 128 + (byte & 127), 0)
}

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

test('a key that expires closes its connections within a second', async () => {
  const { id, keys } = await makeSmallMap(server)
  const expiresAt = clock.now() + 8_000
  const made = (await (
    await server.call('POST', `/api/maps/${id}/keys`, keys.owner, { role: 'editor', expiresAt })
  ).json()) as MadeKey
  const ana = new RawPeer(`${server.socketUrl}/${id}/canvas?key=${made.key}`)
  await ana.frame(([type]) => type === FRAME.awareness)
  clock.pass(9_000)
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
  await ana.frame(([type]) => type === FRAME.awareness)
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const ROUNDS = 24
  for (let round = 1; round <= ROUNDS; round += 1) {
    doc.getMap('heavy').set(String(round), 'x'.repeat(1_000_000))
    ana.frames.length = 0
    ana.socket.send(updateFrame(updates.at(-1)!))
    // The answer to a question that stands behind the update: it has been taken, and waits for its tick at most.
    ana.send(FRAME.queryAwareness)
    await ana.frame(([type]) => type === FRAME.awareness)
    clock.pass(16)
    await ana.frame(([type, count]) => type === FRAME.receipt && count === round)
  }
  socket.resume()
  // A ping stands behind all that was owed: when it is heard, the reader has caught up and the next look sees it.
  const pinged = new Promise((resolve) => socket.once('ping', resolve))
  clock.pass(5_000)
  await pinged
  const whole = until(slow.doc, () => slow.doc.getMap('heavy').size === ROUNDS)
  clock.pass(5_000)
  await whole
  expect(heard).toBeLessThan(ROUNDS)
  ana.socket.close()
  slow.leave()
}, 60_000)

test('one that asks for the whole document again and again is told to slow down', async () => {
  const { id, keys } = await makeSmallMap(server)
  const cleo = new RawPeer(`${server.socketUrl}/${id}/canvas?key=${keys.viewer}`)
  await cleo.opened
  for (let asked = 0; asked <= LIMITS.questions.most; asked += 1) cleo.send(FRAME.sync, SYNC.step1, 1, 0)
  expect((await cleo.closed).code).toBe(4529)
  expect(cleo.frames.filter(([type, kind]) => type === FRAME.sync && kind === SYNC.step2)).toHaveLength(
    LIMITS.questions.most,
  )
})

test('[CN5] one that floods is read more slowly, keeps its connection, and loses nothing', async () => {
  const { id, keys } = await makeSmallMap(server)
  const [ana, cleo] = [keys.editor, keys.viewer].map(
    (key) => new RawPeer(`${server.socketUrl}/${id}/canvas?key=${key}&app=1`),
  )
  await ana!.frame(([type]) => type === FRAME.awareness)
  const doc = new Y.Doc()
  doc.getMap('meta').set('title', 'Flood')
  const frame = updateFrame(Y.encodeStateAsUpdate(doc))
  const sent = LIMITS.messages.burst + 5_000
  for (let n = 0; n < sent; n += 1) ana!.socket.send(frame)
  await cleo!.frame(([type]) => type === FRAME.awareness)
  const counted = new Promise<void>((resolve) => {
    ana!.socket.on('message', (data: Buffer) => {
      if (data[0] === FRAME.receipt && readReceipt(data) === sent) resolve()
    })
  })
  const passing = setInterval(() => clock.pass(100), 1)
  await counted
  clearInterval(passing)
  expect(server.log.all('connection slowed down').length).toBeGreaterThan(0)
  ana!.socket.close()
  cleo!.socket.close()
})
