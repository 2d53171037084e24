/** What a room says to those who come in, and how often it tells everybody of everybody else. */
import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { AppError } from '@throughline/shared/errors'
import type { MapId } from '@throughline/shared/schema'
import { FakeClock } from '../../test/fake-clock.ts'
import { Listener, updatesOf } from '../../test/listener.ts'
import { LogSink } from '../../test/log-sink.ts'
import { Metrics } from '../metrics.ts'
import { openMemoryStores } from '../stores/memory/open-memory-stores.ts'
import { docName, type Stores } from '../stores/index.ts'
import { Rooms } from './rooms.ts'

const NAME = docName('map' as MapId, 'canvas')
const TICK = 16

let clock: FakeClock
let stores: Stores
let rooms: Rooms
function openRooms(): Rooms {
  return new Rooms({ docs: stores.docs, maps: stores.maps, clock, log: new LogSink(), metrics: new Metrics() })
}
beforeEach(() => {
  clock = new FakeClock()
  stores = openMemoryStores()
  rooms = openRooms()
})

describe('a room', () => {
  test('whoever comes with nothing shares one answer, until the document changes', async () => {
    const room = await rooms.open(NAME)
    const [ana, ben, eve] = [new Listener(), new Listener(), new Listener()]
    for (const one of [ana, ben]) room.answer(one, new Uint8Array([0]))
    expect(ben.sent[0]).toBe(ana.sent[0])
    for (const update of updatesOf('A title')) room.receive(ana, update, 1)
    room.answer(eve, new Uint8Array([0]))
    expect(eve.sent[0]).not.toEqual(ana.sent[0])
  })

  test('closing leaves snapshots behind, and the next start answers with them as they are', async () => {
    const room = await rooms.open(NAME)
    for (const update of updatesOf(...Array.from({ length: 30 }, (_, n) => `Title ${n}`))) {
      room.receive(new Listener(), update, 1)
      await room.settled()
    }
    await rooms.close(new AppError('restarting', 'The server is restarting.'))
    const { parts } = await stores.docs.load(NAME)
    const ana = new Listener()
    const again = await openRooms().open(NAME)
    again.answer(ana, new Uint8Array([0]))
    const doc = new Y.Doc()
    Y.applyUpdate(doc, parts[0]!)
    expect({ parts: parts.length, title: doc.getMap('meta').get('title') }).toEqual({ parts: 1, title: 'Title 29' })
    expect(Buffer.compare(ana.sent[0]!.subarray(-parts[0]!.length), parts[0]!)).toBe(0)
  })

  test('a crowd that moves is told of less often, and nobody is left out', async () => {
    const room = await rooms.open(NAME)
    const watching = new Listener()
    room.join(watching)
    const moves = (clock: number) => {
      for (let id = 1; id <= 100; id += 1) {
        const json = new TextEncoder().encode('{}')
        const entry = new Uint8Array([1, id, clock, json.length, ...json])
        room.receivePresence(people[id - 1]!, entry)
      }
    }
    const people = Array.from({ length: 100 }, () => new Listener())
    moves(1)
    clock.pass(250)
    const before = watching.ticks.length
    moves(2)
    moves(3)
    clock.pass(99)
    const early = watching.ticks.length - before
    clock.pass(TICK * 2)
    expect({ early, all: watching.ticks.length - before }).toEqual({ early: 1, all: 2 })
  })
})
