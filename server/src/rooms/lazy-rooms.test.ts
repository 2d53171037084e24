/** A document at rest is bytes; nobody who comes, edits, returns or stays can tell it from one that is awake. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { MapId } from '@throughline/shared/schema'
import { FakeClock } from '../../test/fake-clock.ts'
import { FakePeer } from '../../test/fake-peer.ts'
import { LogSink } from '../../test/log-sink.ts'
import { Metrics } from '../metrics.ts'
import { docName, type Stores } from '../stores/index.ts'
import { openMemoryStores } from '../stores/memory/open-memory-stores.ts'
import { GROUND_WITHIN_MS } from './missing-ground.ts'
import { REST_AFTER_MS } from './rest.ts'
import { RoomDocument } from './room-document.ts'
import { Rooms, UNLOAD_AFTER_MS, type RoomsParts } from './rooms.ts'

const NAME = docName('map' as MapId, 'canvas')
const turn = () => new Promise((resolve) => setImmediate(resolve))

interface World {
  readonly clock: FakeClock
  readonly stores: Stores
  rooms: Rooms
}

function partsOf({ clock, stores }: Pick<World, 'clock' | 'stores'>): RoomsParts {
  return { docs: stores.docs, maps: stores.maps, clock, log: new LogSink(), metrics: new Metrics() }
}

function open(clock: FakeClock, stores: Stores): Rooms {
  return new Rooms(partsOf({ clock, stores }))
}

function newWorld(): World {
  const clock = new FakeClock()
  const stores = openMemoryStores()
  return { clock, stores, rooms: open(clock, stores) }
}

/** Lets what is queued be told, saved and receipted. */
async function settle({ clock }: World): Promise<void> {
  for (let n = 0; n < 3; n += 1) {
    clock.pass(40)
    await turn()
  }
}

async function stored({ stores }: World): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (const part of (await stores.docs.load(NAME)).parts) Y.applyUpdate(doc, part)
  return doc
}

/** What anybody may see of it, wherever it came from. */
function contentOf(doc: Y.Doc): unknown {
  return {
    meta: doc.getMap('meta').toJSON(),
    list: doc.getArray('list').toJSON(),
    clocks: [...Y.decodeStateVector(Y.encodeStateVector(doc))].toSorted(([a], [b]) => a - b),
    deleted: Y.createDeleteSetFromStructStore(doc.store).clients.size,
  }
}

/** Holds back whoever passes while it is shut. */
class Gate {
  #held: (() => void)[] | null = null

  get waiting(): number {
    return this.#held?.length ?? 0
  }

  shut(): void {
    this.#held = []
  }

  open(): void {
    for (const release of this.#held ?? []) release()
    this.#held = null
  }

  async passed(): Promise<void> {
    const held = this.#held
    if (held !== null) await new Promise<void>((resolve) => held.push(resolve))
  }
}

const PEOPLE = 4
type Step =
  | { readonly do: 'join' | 'leave' | 'type' | 'delete' | 'set'; readonly who: number; readonly n: number }
  | { readonly do: 'wait' | 'rest' | 'unload' | 'restart' | 'read'; readonly who: number; readonly n: number }

const steps = fc.array(
  fc.record({
    do: fc.constantFrom<Step['do']>(
      ...([
        'join',
        'join',
        'leave',
        'type',
        'type',
        'delete',
        'set',
        'wait',
        'rest',
        'unload',
        'restart',
        'read',
      ] as const),
    ),
    who: fc.nat(PEOPLE - 1),
    n: fc.nat(20),
  }) as fc.Arbitrary<Step>,
  { maxLength: 40 },
)

async function take(step: Step, people: readonly FakePeer[], world: World): Promise<void> {
  const peer = people[step.who]!
  switch (step.do) {
    case 'join':
      peer.join(await world.rooms.open(NAME))
      return settle(world)
    case 'leave':
      peer.leave()
      // A receipt of the connection that ends is none of the next one's.
      return settle(world)
    case 'type':
      return void peer.doc.getArray('list').insert(step.n % (peer.doc.getArray('list').length + 1), [step.n])
    case 'delete':
      if (peer.doc.getArray('list').length > 0)
        peer.doc.getArray('list').delete(step.n % peer.doc.getArray('list').length)
      return
    case 'set':
      return void peer.doc.getMap('meta').set(`key ${step.n % 3}`, step.n)
    case 'wait':
      return settle(world)
    case 'rest':
      world.clock.pass(2 * REST_AFTER_MS)
      return settle(world)
    case 'unload':
      for (const one of people) one.leave()
      await settle(world)
      world.clock.pass(UNLOAD_AFTER_MS)
      return settle(world)
    case 'restart':
      // As after `kill -9`: what has no receipt is gone, and comes again from those who have it.
      for (const one of people) one.leave()
      await settle(world)
      world.rooms = open(world.clock, world.stores)
      return
    case 'read':
      ;(await world.rooms.open(NAME)).read()
  }
}

describe('lazy rooms', () => {
  test('[RD1] [RD2] [RD3] [RM7] whatever the order of joins, edits, returns, rests and restarts, all have the same', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        const world = newWorld()
        const people = Array.from({ length: PEOPLE }, (_, n) => new FakePeer(n + 1))
        for (const step of script) await take(step, people, world)
        for (const peer of people) peer.join(await world.rooms.open(NAME))
        await settle(world)
        await settle(world)
        const late = new FakePeer(99)
        late.join(await world.rooms.open(NAME))
        const all = contentOf(await stored(world))
        for (const peer of [...people, late]) {
          expect(contentOf(peer.doc)).toEqual(all)
          expect([peer.unsaved, peer.refused, peer.doc.store.pendingStructs]).toEqual([0, null, null])
        }
      }),
      { numRuns: 150 },
    )
  })

  test('[RD2] empty answers, what is sent again and a copy of it leave it at rest, a change does not', async () => {
    const clock = new FakeClock()
    const doc = new Y.Doc()
    doc.getArray('list').insert(0, [1, 2, 3])
    doc.getArray('list').delete(1)
    const before = Y.encodeStateAsUpdate(doc)
    const parts = { name: NAME, clock, log: new LogSink() }
    const document = new RoomDocument(parts, { parts: [before], tail: 1, damaged: 0, vector: null })
    document.answer(new Uint8Array([0]))
    document.answer(document.stateVector())
    expect([document.holds(new Uint8Array([0, 0])), document.holds(before)]).toEqual([true, true])
    expect([document.updates(), document.live]).toEqual([[before], null])
    doc.getArray('list').delete(0)
    expect(document.holds(Y.encodeStateAsUpdate(doc))).toBe(false)
  })

  test.each(['one snapshot', 'a tail of updates'])(
    '[RD2] a stock client’s answer, which carries all that was ever deleted, leaves %s at rest',
    (stored) => {
      const doc = new Y.Doc()
      const updates: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => updates.push(update))
      for (let n = 0; n < 20; n += 1) {
        doc.clientID = 1 + (n % 3)
        const nested = new Y.Map([['text', new Y.XmlText(`said ${n}`)]])
        doc.getMap('blocks').set(`block ${n % 7}`, nested)
        doc.getArray('list').insert(0, [n, n, n])
        if (n % 4 === 3) doc.getArray('list').delete(1, 3)
        if (n % 5 === 4) doc.getMap('blocks').delete(`block ${n % 3}`)
      }
      const parts = stored === 'one snapshot' ? [Y.encodeStateAsUpdate(doc)] : updates
      const tail = stored === 'one snapshot' ? 0 : updates.length
      const document = new RoomDocument(
        { name: NAME, clock: new FakeClock(), log: new LogSink() },
        { parts, tail, damaged: 0, vector: null },
      )
      const client = new FakePeer(9)
      client.sendMade(document.answer(new Uint8Array([0])))
      const answer = Y.encodeStateAsUpdate(client.doc, document.stateVector())
      expect([document.holds(answer), answer.length > 10, document.live]).toEqual([true, true, null])
      client.sendMade(document.answer(Y.encodeStateVector(client.doc)))
      expect([contentOf(client.doc), document.live]).toEqual([contentOf(doc), null])
    },
  )

  test('[RD3] whoever lacks nothing but a deletion gets it from a document at rest', async () => {
    const world = newWorld()
    const [ana, ben] = [new FakePeer(1), new FakePeer(2)]
    for (const peer of [ana, ben]) peer.join(await world.rooms.open(NAME))
    ana.doc.getArray('list').push([1, 2, 3])
    await settle(world)
    ben.leave()
    ana.doc.getArray('list').delete(1)
    await settle(world)
    world.clock.pass(2 * REST_AFTER_MS)
    await settle(world)
    ben.join(await world.rooms.open(NAME))
    expect(ben.doc.getArray('list').toJSON()).toEqual([1, 3])
  })

  test('[RM7] an edit that comes while it is being put to rest keeps it awake', async () => {
    const world = newWorld()
    const { docs } = world.stores
    const reads = new Gate()
    const writes = new Gate()
    const slow: typeof docs = {
      ...docs,
      load: async (name) => {
        const found = await docs.load(name)
        await reads.passed()
        return found
      },
      append: async (...given) => {
        await writes.passed()
        return docs.append(...given)
      },
    }
    const rooms = new Rooms({ ...partsOf(world), docs: slow })
    const [ana, ben] = [new FakePeer(1), new FakePeer(2)]
    ana.join(await rooms.open(NAME))
    ana.doc.getArray('list').push([1])
    await settle(world)
    reads.shut()
    world.clock.pass(2 * REST_AFTER_MS)
    await turn()
    expect(reads.waiting).toBe(1)
    writes.shut()
    ana.doc.getArray('list').push([2])
    reads.open()
    await turn()
    ben.join(await rooms.open(NAME))
    expect(ben.doc.getArray('list').toJSON()).toEqual([1, 2])
    writes.open()
  })

  test('[RD3] [RM7] what waits for its ground is given to whoever comes, awake and after a restart', async () => {
    const world = newWorld()
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const n of [1, 2]) doc.getArray('list').push([n])
    const ana = new FakePeer(1)
    ana.join(await world.rooms.open(NAME))
    ana.say(updates[1]!)
    await settle(world)
    world.rooms = open(world.clock, world.stores)
    const ben = new FakePeer(2)
    ben.join(await world.rooms.open(NAME))
    Y.applyUpdate(ben.doc, updates[0]!)
    expect(ben.doc.getArray('list').toJSON()).toEqual([1, 2])
  })

  test('[RM8] whoever leaves a gap is asked for it and, when it does not come, sent away; nothing receipted is lost', async () => {
    const world = newWorld()
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const n of [1, 2, 3]) doc.getArray('list').push([n])
    const [ana, ben] = [new FakePeer(1), new FakePeer(2)]
    for (const peer of [ana, ben]) peer.join(await world.rooms.open(NAME))
    ana.say(updates[1]!)
    await settle(world)
    expect([ana.asked, ben.asked, ana.receipted]).toEqual([1, 1, 2])
    world.clock.pass(1_000)
    expect([ana.asked, ben.asked]).toEqual([2, 1])
    ben.doc.getArray('other').push(['b'])
    await settle(world)
    const revision = (await world.stores.docs.load(NAME)).seq
    world.clock.pass(GROUND_WITHIN_MS)
    expect([ana.refused?.kind, ben.refused]).toEqual(['bad-frame', null])
    // The gap is there, and costs those who go on nothing: one row an edit.
    ben.doc.getArray('other').push(['c'])
    await settle(world)
    expect((await world.stores.docs.load(NAME)).seq).toBe(revision + 1)
    ben.say(updates[0]!)
    await settle(world)
    expect((await stored(world)).getArray('list').toJSON()).toEqual([1, 2])
  })

  test('[RM8] a gap that is filled in time is nobody’s fault', async () => {
    const world = newWorld()
    const ana = new FakePeer(1)
    ana.join(await world.rooms.open(NAME))
    const updates: Uint8Array[] = []
    const doc = new Y.Doc()
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const n of [1, 2]) doc.getArray('list').push([n])
    ana.say(updates[1]!)
    await settle(world)
    ana.say(updates[0]!)
    await settle(world)
    world.clock.pass(2 * GROUND_WITHIN_MS)
    expect(ana.refused).toBe(null)
  })
})
