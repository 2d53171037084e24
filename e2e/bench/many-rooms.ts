/** Many small rooms: three people in each, one of them has typed a word; what each room costs in memory. */
import { setTimeout as pause } from 'node:timers/promises'
import { comeIn, type Client } from './client.ts'
import { cursorState, makeEdits } from './editing.ts'
import { residentBytes } from './machine.ts'
import type { Kind, Place, Running } from './servers/server.ts'

const PEOPLE = 3
const EDITS = 10
/** So many rooms are filled at the same time. */
const AT_ONCE = 20
const SETTLE_MS = 3_000
/** Long enough for a server to put away what nobody uses, while the people stay. */
const QUIET_MS = 15_000
const FIRST_CLIENT = 1_000

export interface ManyRooms {
  readonly bytesARoom: number
  /** The same people, after a quarter of a minute in which nobody did anything. */
  readonly bytesARoomQuiet: number
  /** Bytes a room right after everybody has left. */
  readonly bytesARoomAfter: number
  /** Milliseconds to fill one room, of its three people's handshakes and answers. */
  readonly fillMs: readonly number[]
}

export async function measureManyRooms(kind: Kind, rooms: number): Promise<ManyRooms> {
  const first = await kind.start()
  let server = first
  try {
    const places = await inTurns(rooms, () => first.makePlace())
    // What making them cost is not what rooms cost.
    server = await first.restart()
    const empty = await settled(server)
    const fillMs: number[] = []
    const clients = await inTurns(rooms, async (n) => {
      const began = performance.now()
      const people = await fill(kind, server, placeAt(places, n), n)
      fillMs.push(performance.now() - began)
      return people
    })
    const full = await settled(server)
    const quiet = await settled(server, QUIET_MS)
    for (const client of clients.flat()) client.leave()
    const left = await settled(server)
    return {
      bytesARoom: (full - empty) / rooms,
      bytesARoomQuiet: (quiet - empty) / rooms,
      bytesARoomAfter: (left - empty) / rooms,
      fillMs,
    }
  } finally {
    await server.stop()
  }
}

function placeAt(places: readonly Place[], n: number): Place {
  const place = places[n]
  if (place === undefined) throw new Error(`there is no place ${n}`)
  return place
}

async function settled(server: Running, ms = SETTLE_MS): Promise<number> {
  await pause(ms)
  return residentBytes(server.pid)
}

async function fill({ dialect }: Kind, { port }: Running, place: Place, room: number): Promise<readonly Client[]> {
  const people: Client[] = []
  for (let n = 0; n < PEOPLE; n += 1) {
    const client = await comeIn(port, place, dialect)
    client.socket.discard()
    const id = FIRST_CLIENT + room * PEOPLE + n
    client.socket.send(dialect.presence(place.document, { id, clock: 1, json: cursorState(id, 0) }))
    people.push(client)
  }
  const { first, updates } = makeEdits(FIRST_CLIENT + room * PEOPLE, EDITS)
  for (const update of [first, ...updates]) people[0]?.socket.send(dialect.update(place.document, update))
  return people
}

async function inTurns<Value>(count: number, make: (n: number) => Promise<Value>): Promise<readonly Value[]> {
  const made: Value[] = []
  let next = 0
  const work = async () => {
    while (next < count) {
      const n = next
      next += 1
      made[n] = await make(n)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return made
}
