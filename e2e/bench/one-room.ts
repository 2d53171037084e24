/**
 * One room: everybody types one character and moves the pointer ten times a second. Some of them look at what arrives
 * and when; the others are there and cost the generator nothing.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { comeIn, type Client } from './client.ts'
import { cursorState, eachArrival, makeEdits, type Edits } from './editing.ts'
import { cpuSeconds, residentBytes } from './machine.ts'
import type { Kind, Place, Running } from './servers/server.ts'

const EDITS_A_SECOND = 1
const MOVES_A_SECOND = 10
const OBSERVERS = 5
const WARM_UP_SECONDS = 2
/** For what is still on its way when the last edit has been sent. */
const DRAIN_MS = 2_000
/** Pause of the generator between two looks at what is due. */
const GRAIN_MS = 2
const FIRST_CLIENT = 1_000

export interface RoomFigures {
  /** Milliseconds from sending an edit to its arrival at somebody else. */
  readonly delays: readonly number[]
  /** Milliseconds from sending an edit to the receipt that it is on disk. */
  readonly receipts: readonly number[]
  /** 0 to 1: of all edits and all observers. */
  readonly arrived: number
  /** Pointer moves that one person sees of one other, a second. */
  readonly movesSeen: number
  /** Processor seconds of the server a second. */
  readonly busy: number
  /** Edits times people they reached, for each of the server's processor seconds. */
  readonly deliveredACpuSecond: number
  readonly residentBytes: number
  readonly people: number
}

interface Person {
  readonly client: Client
  readonly edits: Edits
  readonly editFrames: readonly Buffer[]
  readonly moveFrames: readonly Buffer[]
}

interface Due {
  readonly at: number
  readonly person: Person
  readonly frame: Buffer
  /** Which of its edits; null for a move. */
  readonly edit: number | null
}

/** What else the server has to do: made ready before, done while it is measured. */
export type Beside = (port: number) => Promise<() => Promise<void>>

export async function measureRoom(kind: Kind, clients: number, seconds: number, beside?: Beside): Promise<RoomFigures> {
  const server = await kind.start()
  try {
    const work = await beside?.(server.port)
    const place = await server.makePlace()
    const people = await fillRoom(kind, server, place, clients, seconds)
    const figures = await run(people, server, seconds, work)
    for (const { client } of people) client.leave()
    return figures
  } finally {
    await server.stop()
  }
}

async function fillRoom(
  kind: Kind,
  server: Running,
  place: Place,
  clients: number,
  seconds: number,
): Promise<Person[]> {
  const whole = seconds + WARM_UP_SECONDS
  const people: Person[] = []
  for (let n = 0; n < clients; n += 1) {
    const edits = makeEdits(FIRST_CLIENT + n, whole * EDITS_A_SECOND)
    const client = await comeIn(server.port, place, kind.dialect)
    client.socket.send(kind.dialect.update(place.document, edits.first))
    const moves = Array.from({ length: whole * MOVES_A_SECOND }, (_, move) =>
      kind.dialect.presence(place.document, { id: edits.client, clock: move + 1, json: cursorState(n, move) }),
    )
    const editFrames = edits.updates.map((update) => kind.dialect.update(place.document, update))
    people.push({ client, edits, editFrames, moveFrames: moves })
  }
  return people
}

function schedule(people: readonly Person[]): readonly Due[] {
  const due = people.flatMap((person, n) => {
    const share = n / people.length
    const moves = person.moveFrames.map((frame, k) => ({
      at: ((k + share) / MOVES_A_SECOND) * 1_000,
      person,
      frame,
      edit: null,
    }))
    const edits = person.editFrames.map((frame, k) => ({
      at: ((k + share) / EDITS_A_SECOND) * 1_000,
      person,
      frame,
      edit: k,
    }))
    return [...moves, ...edits]
  })
  return due.toSorted((a, b) => a.at - b.at)
}

/** What the observers have seen, and when each edit was sent. */
class Watch {
  readonly delays: number[] = []
  readonly receipts: number[] = []
  moves = 0
  measuring = false
  /** Client and clock of an edit, and when it was sent; only of those that count. */
  readonly #sentAt = new Map<number, Map<number, number>>()

  sent({ client, clocks }: Edits, edit: number, at: number): void {
    if (!this.measuring) return
    const clock = clocks[edit]
    if (clock === undefined) return
    const times = this.#sentAt.get(client) ?? new Map<number, number>()
    this.#sentAt.set(client, times.set(clock, at))
  }

  observe({ client, edits }: Person): void {
    const sentFrames: number[] = []
    let receipted = 0
    this.#ownSends.set(edits.client, sentFrames)
    client.listen((heard) => {
      const now = performance.now()
      if (heard.is === 'presence' && this.measuring) this.moves += heard.moves
      if (heard.is === 'update' || heard.is === 'state')
        eachArrival(heard.update, (from, clock) => {
          const at = from === edits.client ? undefined : this.#sentAt.get(from)?.get(clock)
          if (at !== undefined) this.delays.push(now - at)
        })
      if (heard.is !== 'receipt') return
      for (; receipted < heard.count; receipted += 1) {
        // The first frame made the block.
        const at = sentFrames[receipted - 1]
        if (at !== undefined && this.measuring) this.receipts.push(now - at)
      }
    })
  }

  readonly #ownSends = new Map<number, number[]>()

  /** Every frame of an observer counts for receipts, measured or not. */
  ownSend(client: number, at: number): void {
    this.#ownSends.get(client)?.push(at)
  }
}

async function run(
  people: readonly Person[],
  server: Running,
  seconds: number,
  beside?: () => Promise<void>,
): Promise<RoomFigures> {
  const watch = new Watch()
  const observers = Math.min(OBSERVERS, people.length)
  const every = Math.floor(people.length / observers)
  for (const [n, person] of people.entries()) {
    if (n % every === 0 && n / every < observers) watch.observe(person)
    else person.client.socket.discard()
  }
  let cpuBefore = 0
  let working: Promise<void> | undefined
  let edits = 0
  const began = performance.now()
  const warm = WARM_UP_SECONDS * 1_000
  for (const { at, person, frame, edit } of schedule(people)) {
    while (performance.now() - began < at) await pause(GRAIN_MS)
    if (!watch.measuring && at >= warm) {
      watch.measuring = true
      cpuBefore = cpuSeconds(server.pid)
      working = beside?.()
    }
    const now = performance.now()
    if (edit !== null) {
      watch.sent(person.edits, edit, now)
      watch.ownSend(person.edits.client, now)
      if (watch.measuring) edits += 1
    }
    person.client.socket.send(frame)
  }
  const wall = (performance.now() - began - warm) / 1_000
  const cpu = cpuSeconds(server.pid) - cpuBefore
  const { moves } = watch
  await pause(DRAIN_MS)
  await working
  // An observer does not wait for its own.
  const arrived = watch.delays.length / (edits * observers * (1 - 1 / people.length))
  return {
    delays: watch.delays,
    receipts: watch.receipts,
    arrived,
    movesSeen: moves / (observers * people.length * seconds),
    busy: cpu / wall,
    deliveredACpuSecond: (arrived * edits * people.length) / cpu,
    residentBytes: residentBytes(server.pid),
    people: people.length,
  }
}
