/** A large document at rest: who comes is asked at once what they bring, and it is not read through for that. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import { FakeClock } from '../../test/fake-clock.ts'
import { FakePeer } from '../../test/fake-peer.ts'
import { LogSink } from '../../test/log-sink.ts'
import { Metrics } from '../metrics.ts'
import { docName } from '../stores/index.ts'
import { openMemoryStores } from '../stores/memory/open-memory-stores.ts'
import { RoomDocument } from './room-document.ts'
import { Rooms } from './rooms.ts'

const NAME = docName('map' as MapId, 'canvas')
const now = 1 as EpochMs

/** A snapshot of 100 kB, and an update after it. */
function largeDocument() {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getArray('list').insert(0, ['x'.repeat(100_000)])
  const vector = Y.encodeStateVector(doc)
  doc.getArray('list').push(['after the snapshot'])
  return { doc, vector, snapshot: updates[0]!, later: updates[1]! }
}

test.each([
  { kept: 'kept', asked: 1 },
  { kept: 'not kept', asked: 0 },
])('[RD5] with its reach $kept, $asked are asked at once, and everybody after a quarter of a second', async (given) => {
  const clock = new FakeClock()
  const { docs, maps } = openMemoryStores()
  const { doc, snapshot, later } = largeDocument()
  await docs.append(NAME, snapshot, now)
  await docs.compact(NAME)
  await docs.append(NAME, later, now)
  const load: typeof docs.load = async (name) => {
    const found = await docs.load(name)
    return given.kept === 'kept' ? found : { ...found, vector: null }
  }
  const rooms = new Rooms({ docs: { ...docs, load }, maps, clock, log: new LogSink(), metrics: new Metrics() })
  const room = await rooms.open(NAME)
  const [ana, ben] = [new FakePeer(1), new FakePeer(2)]
  room.join(ana)
  expect(ana.asked).toBe(given.asked)
  ben.doc.getArray('other').push(['offline'])
  ben.join(room)
  clock.pass(250)
  expect([ana.asked, ben.asked]).toEqual([1, 1])
  clock.pass(250)
  expect(room.mapDoc.doc.getArray('other').toJSON()).toEqual(['offline'])
  expect(room.mapDoc.doc.getArray('list').toJSON()).toEqual(doc.getArray('list').toJSON())
})

test('[RD5] who has nothing, and who brings something new, leave it unread; who has all of it does not wake it', () => {
  const { doc, vector, snapshot, later } = largeDocument()
  const parts = { name: NAME, clock: new FakeClock(), log: new LogSink() }
  const document = new RoomDocument(parts, { parts: [snapshot, later], tail: 1, damaged: 0, vector })
  const reached = Y.encodeStateVector(doc)
  expect(document.stateVector()).toEqual(reached)
  expect([document.holds(new Uint8Array([0, 0])), document.isKnown, document.canGreet]).toEqual([true, false, true])
  const before = Y.encodeStateAsUpdate(doc)
  doc.getArray('list').push(['more'])
  expect([document.holds(Y.encodeStateAsUpdate(doc, reached)), document.isKnown]).toEqual([false, false])
  expect([document.holds(before), document.isKnown, document.live]).toEqual([true, true, null])
  expect(document.stateVector()).toEqual(reached)
})
