/** Marks: the state that a map was made as, and those where somebody leaves, without burdening its room. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AppError } from '@throughline/shared/errors'
import { beginMap, placeContent, UNTRACKED } from '@throughline/shared/doc'
import { contentOfNewMap } from '@throughline/shared/landing'
import { importMapFile } from '@throughline/shared/map-file'
import { DEFAULT_VOICES, type BlockId, type EpochMs, type MapId } from '@throughline/shared/schema'
import { readMapState } from '@throughline/shared/versions'
import type * as Y from 'yjs'
import { FakeClock } from '../../test/fake-clock.ts'
import { FakePeer } from '../../test/fake-peer.ts'
import { LogSink } from '../../test/log-sink.ts'
import { Metrics } from '../metrics.ts'
import { firstUpdate, Rooms, type Room } from '../rooms/index.ts'
import { docName, newMapEpoch, partsOfDocName, type Stores } from '../stores/index.ts'
import { openMemoryStores } from '../stores/memory/open-memory-stores.ts'
import { Versions } from './versions.ts'

const MAP = 'marked' as MapId
const FILE = {
  format: 'throughline-map',
  version: 1,
  blocks: [{ id: 'fast', kind: 'value', statement: 'It is fast.' }],
}

let clock: FakeClock
let stores: Stores
let metrics: Metrics
let rooms: Rooms
let versions: Versions
let canvas: Uint8Array
let people = 0
beforeEach(async () => {
  clock = new FakeClock()
  stores = openMemoryStores()
  metrics = new Metrics()
  const log = new LogSink()
  rooms = new Rooms({
    docs: stores.docs,
    maps: stores.maps,
    clock,
    log,
    metrics,
    onEdited: (edited) => versions.edited(partsOfDocName(edited.name).map, edited),
  })
  versions = new Versions({ store: stores.versions, visits: stores.changes, people: stores.people, rooms, clock, log })
  canvas = firstUpdate((map) => {
    beginMap(map, { title: 'A map', subject: '', voices: DEFAULT_VOICES }, UNTRACKED)
    placeContent(map, contentOfNewMap(importMapFile(FILE, 'make'), clock.now()), clock.now(), UNTRACKED)
  })
  await stores.maps.make({
    map: { id: MAP, title: '', createdAt: clock.now(), epoch: newMapEpoch() },
    keys: [],
    canvas,
  })
})
afterEach(async () => {
  await rooms.close(new AppError('restarting', 'The test is over.'))
  metrics.close()
})

async function statementAt(at: number): Promise<string | undefined> {
  const state = await versions.stateAt(MAP, at as EpochMs)
  return state === null ? undefined : [...readMapState(state).map.blocks.values()][0]?.statement
}

/** Somebody comes, rewords the block, and everything is saved. */
async function reword(room: Room, statement: string): Promise<FakePeer> {
  const peer = new FakePeer((people += 1))
  peer.join(room)
  const paragraph = peer.doc.getXmlFragment('text:fast:statement').get(0) as Y.XmlElement
  const text = paragraph.get(0) as Y.XmlText
  peer.doc.transact(() => {
    text.delete(0, text.length)
    text.insert(0, statement)
  })
  await room.settled()
  return peer
}

const whileOpen = (work: (room: Room) => Promise<void>) => rooms.use(docName(MAP, 'canvas'), work)

test('VN5: a map is kept as it was made, and its first edit keeps nothing more', async () => {
  versions.made(MAP, canvas)
  await whileOpen(async (room) => {
    await reword(room, 'It is slow.')
    expect(await statementAt(clock.now())).toBe('It is fast.')
  })
  expect(await stores.versions.marks(MAP)).toHaveLength(1)
})

test('VN5: a map that nothing is kept of is kept as it was before the next first edit', async () => {
  await whileOpen(async (room) => {
    expect(await statementAt(clock.now())).toBeUndefined()
    await reword(room, 'It is slow.')
    await reword(room, 'It is slower.')
    expect(await statementAt(clock.now())).toBe('It is fast.')
  })
  expect(await stores.versions.marks(MAP)).toHaveLength(1)
})

test('VN5: where somebody leaves, the state of that moment is kept, whatever is edited before it is packed', async () => {
  versions.made(MAP, canvas)
  await whileOpen(async (room) => {
    await reword(room, 'It is slow.')
    clock.pass(1)
    const left = clock.now()
    versions.left(MAP, left, stores.changes.leave(MAP, 'Ana', left))
    await new Promise((resolve) => setImmediate(resolve))
    await reword(room, 'It is slower.')
    clock.pass(1)
    expect(await statementAt(clock.now())).toBe('It is slow.')
    expect(await statementAt(left - 1)).toBe('It is fast.')
  })
})

test('a stop waits for what is on its way, and clearing for good does too', async () => {
  versions.made(MAP, canvas)
  await versions.close()
  expect(await stores.versions.marks(MAP)).toHaveLength(1)
  await whileOpen(async (room) => {
    await reword(room, 'It is slow.')
  })
  clock.pass(1)
  versions.left(MAP, clock.now(), stores.changes.leave(MAP, 'Ana', clock.now()))
  await versions.leaveOut(MAP, new Set(['fast' as BlockId]))
  for (const at of [0, clock.now()]) expect(await statementAt(at)).toBeUndefined()
})
