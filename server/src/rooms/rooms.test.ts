import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { AppError } from '@throughline/shared/errors'
import { FRAME, SYNC } from '@throughline/shared/protocol'
import { LIMITS, type MapId } from '@throughline/shared/schema'
import { FakeClock } from '../../test/fake-clock.ts'
import { Listener, updatesOf } from '../../test/listener.ts'
import { LogSink } from '../../test/log-sink.ts'
import { Metrics } from '../metrics.ts'
import { openMemoryStores } from '../stores/memory/open-memory-stores.ts'
import { docName, type DocStore, type Stores } from '../stores/index.ts'
import { Rooms, UNLOAD_AFTER_MS } from './rooms.ts'

const NAME = docName('map' as MapId, 'canvas')
const TICK = 16

/** A turn of the event loop: every promise that can settle has settled. */
const turn = () => new Promise((resolve) => setImmediate(resolve))

let clock: FakeClock
let stores: Stores
let rooms: Rooms
function openRooms(docs: DocStore = stores.docs): Rooms {
  return new Rooms({ docs, maps: stores.maps, clock, log: new LogSink(), metrics: new Metrics() })
}
beforeEach(() => {
  clock = new FakeClock()
  stores = openMemoryStores()
  rooms = openRooms()
})

describe('rooms', () => {
  test('[RS1] two who open a document at once share one load and one room', async () => {
    let loads = 0
    rooms = openRooms({
      ...stores.docs,
      load: (name) => {
        loads += 1
        return stores.docs.load(name)
      },
    })
    const [one, two] = await Promise.all([rooms.open(NAME), rooms.open(NAME)])
    expect(one).toBe(two)
    expect(loads).toBe(1)
  })

  test('[RS1] a load that fails is tried again by the next one', async () => {
    let broken = true
    rooms = openRooms({
      ...stores.docs,
      load: async (name) => {
        if (broken) throw new AppError('storage-unavailable', 'Away.')
        return stores.docs.load(name)
      },
    })
    await expect(rooms.open(NAME)).rejects.toMatchObject({ kind: 'storage-unavailable' })
    broken = false
    expect((await rooms.open(NAME)).name).toBe(NAME)
  })

  test('[RS2] unloads after a minute of nobody, with a snapshot, and not while somebody is there', async () => {
    const room = await rooms.open(NAME)
    const ana = new Listener()
    room.join(ana)
    for (const [count, update] of updatesOf(...Array.from({ length: 40 }, (_, n) => String(n))).entries()) {
      room.receive(ana, update, count + 1)
      clock.pass(TICK)
    }
    clock.pass(3 * UNLOAD_AFTER_MS)
    await turn()
    expect(rooms.size).toBe(1)
    room.leave(ana)
    clock.pass(UNLOAD_AFTER_MS - 1)
    await turn()
    expect(rooms.size).toBe(1)
    clock.pass(1)
    await turn()
    expect(rooms.size).toBe(0)
    const { parts, tail, seq } = await stores.docs.load(NAME)
    expect([parts.length, tail, seq]).toEqual([1, 0, 40])
    const again = await rooms.open(NAME)
    expect(again.read().map.title).toBe('39')
  })

  test('[RS2] somebody who comes in while it is being saved keeps it', async () => {
    const room = await rooms.open(NAME)
    clock.pass(UNLOAD_AFTER_MS)
    room.join(new Listener())
    await turn()
    expect(await rooms.open(NAME)).toBe(room)
    expect(room.isClosed).toBe(false)
  })

  test('a long tail becomes a snapshot while people work', async () => {
    const room = await rooms.open(NAME)
    const ana = new Listener()
    room.join(ana)
    for (const [count, update] of updatesOf(...Array.from({ length: 501 }, (_, n) => String(n))).entries()) {
      room.receive(ana, update, count + 1)
      clock.pass(TICK)
      await turn()
    }
    const { tail, seq, parts } = await stores.docs.load(NAME)
    expect([seq, tail, parts.length]).toEqual([501, 1, 2])
  })
})

describe('a room', () => {
  test('[RM2] puts what comes within a tick into one update for everybody, the author too, and one row', async () => {
    const room = await rooms.open(NAME)
    const [ana, ben] = [new Listener(), new Listener()]
    room.join(ana)
    room.join(ben)
    const [first, second, third] = updatesOf('a', 'b', 'c')
    room.receive(ana, first!, 1)
    room.receive(ana, second!, 2)
    room.receive(ben, third!, 1)
    clock.pass(TICK)
    await turn()
    for (const { ticks, receipts } of [ana, ben]) {
      expect(ticks).toHaveLength(2)
      expect(receipts.at(-1)).toBeGreaterThan(0)
    }
    expect(ana.receipts).toEqual([1, 2])
    expect((await stores.docs.load(NAME)).seq).toBe(2)
    // A whole WebSocket message: binary, not masked, its length, then the sync frame.
    const [header, length, type, kind] = ana.ticks[1]!.both
    expect([header, length, type, kind]).toEqual([0x82, ana.ticks[1]!.both.length - 2, FRAME.sync, SYNC.update])
  })

  test('[RM3] gives no receipt before the disk has answered', async () => {
    let release: () => void = () => {}
    const gate = new Promise<void>((resolve) => (release = resolve))
    rooms = openRooms({
      ...stores.docs,
      append: async (...given) => {
        await gate
        return stores.docs.append(...given)
      },
    })
    const room = await rooms.open(NAME)
    const ana = new Listener()
    room.join(ana)
    const [update] = updatesOf('a')
    room.receive(ana, update!, 1)
    clock.pass(TICK)
    // A frame that changes nothing waits with it.
    room.receive(ana, update!, 2)
    clock.pass(TICK)
    await turn()
    expect(ana.ticks).toHaveLength(1)
    expect(ana.receipts).toEqual([])
    release()
    await turn()
    expect(ana.receipts).toEqual([1, 2])
  })

  test('[RM6] a full document takes nothing but deletions, and says so to the sender alone', async () => {
    const doc = new Y.Doc()
    const large = new Uint8Array(LIMITS.documentBytes - 500)
    doc.getMap('meta').set('large', large)
    await stores.docs.append(NAME, Y.encodeStateAsUpdate(doc), clock.now())
    const room = await rooms.open(NAME)
    const [ana, ben] = [new Listener(), new Listener()]
    room.join(ana)
    room.join(ben)
    room.receive(ana, updatesOf('x'.repeat(1_000))[0]!, 1)
    clock.pass(TICK)
    expect([ana.refused?.kind, ben.refused, room.read().map.title]).toEqual(['too-large', null, ''])
    const before = Y.encodeStateVector(doc)
    doc.getMap('meta').delete('large')
    room.receive(ben, Y.encodeStateAsUpdate(doc, before), 1)
    clock.pass(TICK)
    await turn()
    expect([ben.refused, ben.receipts]).toEqual([null, [1]])
    room.receive(ben, updatesOf('small')[0]!, 2)
    clock.pass(TICK)
    expect(room.mapDoc.meta.has('large')).toBe(false)
  })

  test('one revision says one thing, whatever comes while it goes to disk', async () => {
    const gates: (() => void)[] = []
    rooms = openRooms({
      ...stores.docs,
      append: async (...given) => {
        await new Promise<void>((resolve) => gates.push(resolve))
        return stores.docs.append(...given)
      },
    })
    const room = await rooms.open(NAME)
    const ana = new Listener()
    room.join(ana)
    const [first, second] = updatesOf('a', 'b')
    room.receive(ana, first!, 1)
    const early = room.readCommitted()
    room.receive(ana, second!, 2)
    const late = room.readCommitted()
    for (const open of gates) open()
    const said = (await Promise.all([early, late])).map(({ map, head }) => [map.title, head.revision])
    expect(said).toEqual([
      ['a', 1],
      ['b', 2],
    ])
  })

  test('[RM4] sends everybody away to come back when storage fails, with no receipt', async () => {
    let full = true
    rooms = openRooms({
      ...stores.docs,
      append: async (...given) => {
        if (full) throw new AppError('storage-full', 'Full.')
        return stores.docs.append(...given)
      },
    })
    const room = await rooms.open(NAME)
    const ana = new Listener()
    room.join(ana)
    const [update] = updatesOf('a')
    room.receive(ana, update!, 1)
    await turn()
    expect(ana.refused?.kind).toBe('storage-full')
    expect(ana.receipts).toEqual([])
    full = false
    const next = await rooms.open(NAME)
    expect(next).not.toBe(room)
    const again = new Listener()
    next.join(again)
    next.receive(again, update!, 1)
    await turn()
    expect(again.receipts).toEqual([1])
  })

  test('greets a writer with its state, and tells everybody who comes and goes', async () => {
    const room = await rooms.open(NAME)
    const ana = new Listener()
    room.join(ana)
    expect(ana.sent.map(([type]) => type)).toEqual([FRAME.sync, FRAME.awareness, FRAME.people])
  })

  test('closing the rooms saves what is queued and sends its receipts first', async () => {
    const room = await rooms.open(NAME)
    const ana = new Listener()
    room.join(ana)
    const [first, second] = updatesOf('a', 'b')
    room.receive(ana, first!, 1)
    room.receive(ana, second!, 2)
    await rooms.close(new AppError('restarting', 'Back soon.'))
    expect(ana.receipts).toEqual([1, 2])
    expect(ana.refused?.kind).toBe('restarting')
    expect((await stores.docs.load(NAME)).seq).toBe(2)
    await expect(rooms.open(NAME)).rejects.toMatchObject({ kind: 'restarting' })
  })
})
