/** Frames at the edge of each limit: exactly so much is taken, one more closes that connection alone, with its code. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { FRAME, SYNC } from '@throughline/shared/protocol'
import { LIMITS } from '@throughline/shared/schema'
import { awarenessEntry, awarenessFrame, step2Frame, updateFrame } from '../src/rooms/frames.ts'
import { openMemoryStores } from '../src/stores/memory/open-memory-stores.ts'
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

async function enter(role: 'editor' | 'viewer'): Promise<{ peer: RawPeer; again: () => RawPeer }> {
  const { id, keys } = await makeSmallMap(server)
  const again = () => new RawPeer(`${server.socketUrl}/${id}/canvas?key=${keys[role]}&app=1`)
  const peer = again()
  await peer.frame(([type]) => type === FRAME.awareness)
  return { peer, again }
}

/** Still let in, and answered. */
async function expectHere(peer: RawPeer): Promise<void> {
  peer.send(FRAME.probe, 7)
  await peer.frame(([type, n]) => type === FRAME.probe && n === 7)
}

/** A frame of exactly so many bytes, of whatever kind `make` makes from so long a text. */
function sized(bytes: number, make: (text: string) => Uint8Array): Uint8Array {
  const shorter = make('x'.repeat(bytes - 200)).length
  const frame = make('x'.repeat(bytes - 200 + (bytes - shorter)))
  expect(frame).toHaveLength(bytes)
  return frame
}

const anUpdate = (text: string) => {
  const doc = new Y.Doc()
  doc.clientID = 1
  doc.getMap('heavy').set('text', text)
  return updateFrame(Y.encodeStateAsUpdate(doc))
}
const presenceOf = (id: number, text: string) =>
  awarenessFrame([awarenessEntry(id, 1, new TextEncoder().encode(JSON.stringify({ text })))])

test.each([
  ['an update', 'editor', LIMITS.updateFrameBytes, anUpdate],
  ['a presence message', 'viewer', LIMITS.presenceFrameBytes, (text: string) => presenceOf(5, text)],
] as const)('%s', async (_what, role, bytes, make) => {
  const { peer, again } = await enter(role)
  peer.socket.send(sized(bytes, make))
  await expectHere(peer)
  const heavy = again()
  await heavy.opened
  heavy.socket.send(sized(bytes + 1, make))
  expect((await heavy.closed).code).toBe(4413)
  await expectHere(peer)
  peer.socket.close()
})

test('a question: one that is too large is so, one that is not is only malformed', async () => {
  const question = (bytes: number) => new Uint8Array(bytes).fill(FRAME.sync, 0, 1).fill(SYNC.step1, 1, 2)
  const [{ peer }, { peer: other }] = await Promise.all([enter('viewer'), enter('viewer')])
  peer.socket.send(question(LIMITS.stateVectorBytes + 1))
  expect((await peer.closed).code).toBe(4413)
  other.socket.send(question(LIMITS.stateVectorBytes))
  expect((await other.closed).code).not.toBe(4413)
})

test('one state of presence, and how many one connection speaks for', async () => {
  const { peer, again } = await enter('viewer')
  const ben = again()
  await ben.opened
  const known = async () => {
    const query = again()
    await query.opened
    query.send(FRAME.queryAwareness)
    const frame = await query.frame(([type, , count]) => type === FRAME.awareness && count !== 0)
    query.socket.close()
    return Buffer.from(frame).toString()
  }
  const state = (text: string, bytes: number) => text.padEnd(bytes - JSON.stringify({ text: '' }).length, 'x')
  peer.socket.send(presenceOf(1, state('fits', LIMITS.presenceStateBytes)))
  peer.socket.send(presenceOf(2, state('too-long', LIMITS.presenceStateBytes + 1)))
  for (let id = 10; id < 10 + LIMITS.presenceIds; id += 1) peer.socket.send(presenceOf(id, `id-${id}.`))
  await expectHere(peer)
  const all = await known()
  expect(all).toContain('fits')
  expect(all).not.toContain('too-long')
  // The first state was one of the ids.
  expect(all.match(/id-\d+\./g)).toHaveLength(LIMITS.presenceIds - 1)
  for (const one of [peer, ben]) one.socket.close()
})

test('bytes: a whole document at once is read without a pause, one message more waits', async () => {
  const { peer } = await enter('viewer')
  const slowed = () => server.log.all('connection slowed down').length
  const frame = step2Frame(new Uint8Array(LIMITS.updateFrameBytes))
  const each = Math.floor(LIMITS.messageBytes.burst / frame.length)
  for (let n = 0; n < each; n += 1) peer.socket.send(frame)
  await peer.frame(([type, count]) => type === FRAME.receipt && count === each)
  expect(slowed()).toBe(0)
  peer.socket.send(frame)
  await peer.frame(([type, count]) => type === FRAME.receipt && count === each + 1)
  expect(slowed()).toBe(1)
  peer.socket.close()
})

test('messages that wait for a document to load', async () => {
  const stores = openMemoryStores()
  let load = () => {}
  const loaded = new Promise<void>((resolve) => (load = resolve))
  const docs = {
    ...stores.docs,
    load: (name: Parameters<typeof stores.docs.load>[0]) => loaded.then(() => stores.docs.load(name)),
  }
  const slow = await startTestServer({ stores: { ...stores, docs } })
  const { id, keys } = await makeSmallMap(slow)
  const url = `${slow.socketUrl}/${id}/canvas?key=${keys.viewer}&app=1`
  const [patient, hasty] = [new RawPeer(url), new RawPeer(url)]
  await Promise.all([patient.opened, hasty.opened])
  for (let n = 0; n < LIMITS.waitingMessages; n += 1) patient.send(FRAME.queryAwareness)
  for (let n = 0; n <= LIMITS.waitingMessages; n += 1) hasty.send(FRAME.queryAwareness)
  expect((await hasty.closed).code).toBe(4529)
  load()
  await expectHere(patient)
  patient.socket.close()
  await slow.close()
})

test('a probe', async () => {
  const { peer } = await enter('viewer')
  peer.send(FRAME.probe, ...new Uint8Array(LIMITS.probeBytes - 1).fill(1))
  await peer.frame((frame) => frame[0] === FRAME.probe && frame.length === LIMITS.probeBytes)
  peer.send(FRAME.probe, ...new Uint8Array(LIMITS.probeBytes).fill(1))
  expect((await peer.closed).code).toBe(4400)
})

test('one that answers no ping is cut when it counts as dead, not before', async () => {
  const { id, keys } = await makeSmallMap(server)
  const mute = new RawPeer(`${server.socketUrl}/${id}/canvas?key=${keys.viewer}`, { autoPong: false })
  await mute.frame(([type]) => type === FRAME.awareness)
  clock.pass(LIMITS.deadMs)
  await expectStillOpen(mute)
  clock.pass(10_000)
  expect((await mute.closed).code).toBe(1006)
})

async function expectStillOpen(peer: RawPeer): Promise<void> {
  const pinged = new Promise((resolve) => peer.socket.once('ping', resolve))
  await Promise.race([pinged, peer.closed.then(() => Promise.reject(new Error('it was cut')))])
  expect(peer.socket.readyState).toBe(peer.socket.OPEN)
}

test('one that stays behind is cut, and the writer goes on', async () => {
  const { peer: writer, again } = await enter('editor')
  const slow = again()
  await slow.frame(([type]) => type === FRAME.awareness)
  slow.socket.pause()
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const rounds = Math.ceil(LIMITS.behind.changes / 1_000_000) * 2 + 4
  for (let round = 1; round <= rounds; round += 1) {
    doc.getMap('heavy').set(String(round), 'x'.repeat(1_000_000))
    writer.socket.send(updateFrame(updates.at(-1)!))
    await expectHere(writer)
    writer.frames.length = 0
    clock.pass(50)
  }
  clock.pass(LIMITS.behind.ms + 10_000)
  slow.socket.resume()
  expect((await slow.closed).code).toBe(1006)
  await expectHere(writer)
  writer.socket.close()
})
