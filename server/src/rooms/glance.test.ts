import { beforeEach, expect, test } from 'vitest'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import { FakeClock } from '../../test/fake-clock.ts'
import { Listener, updatesOf } from '../../test/listener.ts'
import { LogSink } from '../../test/log-sink.ts'
import { Metrics } from '../metrics.ts'
import { openMemoryStores } from '../stores/memory/open-memory-stores.ts'
import { docName, type DocStore, type StoredDoc, type Stores } from '../stores/index.ts'
import type { Glance } from './room.ts'
import { Rooms } from './rooms.ts'
import { withStoredMap } from './stored-map.ts'

const MAP = 'map' as MapId
const NAME = docName(MAP, 'canvas')

let clock: FakeClock
let stores: Stores
let rooms: Rooms
/** What nobody has sent yet. */
let third: Uint8Array
function openRooms(load: DocStore['load'] = stores.docs.load): Rooms {
  const docs = { ...stores.docs, load }
  return new Rooms({ docs, maps: stores.maps, clock, log: new LogSink(), metrics: new Metrics() })
}
beforeEach(async () => {
  clock = new FakeClock()
  stores = openMemoryStores()
  rooms = openRooms()
  const updates = updatesOf('one', 'two', 'three')
  third = updates[2] ?? new Uint8Array()
  for (const update of updates.slice(0, 2)) await stores.docs.append(NAME, update, 7 as EpochMs)
})

const titleIn = (glance: Glance) =>
  glance.is === 'read' ? glance.map.title : withStoredMap(glance.parts, (map) => map.meta.get('title'))

test('[RS4] a glance opens no room, and sees what the store has', async () => {
  const glance = await rooms.glance(NAME)
  expect([glance.is, titleIn(glance), glance.head]).toEqual(['stored', 'two', { revision: 2, changedAt: 7 }])
  expect(rooms.size).toBe(0)
})

test('[RS4] of a room that rests it sees the bytes, of one that is awake the map, with what came last on the disk', async () => {
  const room = await rooms.open(NAME)
  const resting = await rooms.glance(NAME)
  expect([resting.is, titleIn(resting), resting.head.revision]).toEqual(['stored', 'two', 2])
  const ana = new Listener()
  room.join(ana)
  room.receive(ana, third, 1)
  const awake = await rooms.glance(NAME)
  expect([awake.is, titleIn(awake), awake.head.revision]).toEqual(['read', 'three', 3])
  expect((await stores.docs.load(NAME)).seq).toBe(3)
})

test('[RS4] what is damaged is read by its room, which says so', async () => {
  const damage = async (): Promise<StoredDoc> => ({ ...(await stores.docs.load(NAME)), damaged: 1 })
  rooms = openRooms(damage)
  expect((await rooms.glance(NAME)).is).toBe('read')
  expect(rooms.size).toBe(1)
})

test('[RS3] a map that is deleted while it is fetched is not shown', async () => {
  let deleting: Promise<void> | undefined
  rooms = openRooms(async (name) => {
    const stored = await stores.docs.load(name)
    deleting = rooms.removeMap(MAP)
    await deleting
    return stored
  })
  await expect(rooms.glance(NAME)).rejects.toMatchObject({ kind: 'unknown-map' })
})
