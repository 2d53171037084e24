/** Every open socket of this process: counted, looked after, and closed when a right goes. */
import type { AppError } from '@throughline/shared/errors'
import type { MapId } from '@throughline/shared/schema'
import type { Clock } from '../clock.ts'
import type { CanvasLock } from './canvas-lock.ts'
import type { Connection } from './connection.ts'

const SWEEP_MS = 5_000
/** A key that ends is out within a second, like one that is revoked. */
const EXPIRY_MS = 1_000

export class Connections {
  readonly #open = new Set<Connection>()
  /** Those whose key has an end. */
  readonly #ending = new Set<Connection>()
  readonly #perMap = new Map<string, number>()
  readonly #perAddress = new Map<string, number>()
  /** By map: how many each person has open. */
  readonly #people = new Map<MapId, Map<string, number>>()
  readonly #stop: () => void
  /** Told when somebody has come to a map or left it. */
  onPeople: (map: MapId) => void = () => {}

  constructor(clock: Clock) {
    const stops = [
      clock.every(SWEEP_MS, () => {
        const now = clock.now()
        for (const connection of [...this.#open]) connection.sweep(now)
      }),
      clock.every(EXPIRY_MS, () => {
        const now = clock.now()
        for (const connection of [...this.#ending]) connection.endIfExpired(now)
      }),
    ]
    this.#stop = () => {
      for (const stop of stops) stop()
    }
  }

  get size(): number {
    return this.#open.size
  }

  ofMap(map: MapId): number {
    return this.#perMap.get(map) ?? 0
  }

  ofAddress(address: string): number {
    return this.#perAddress.get(address) ?? 0
  }

  /** Those who have it open now, whatever document. */
  peopleOf(map: MapId): Iterable<string> {
    return this.#people.get(map)?.keys() ?? []
  }

  add(connection: Connection): void {
    this.#open.add(connection)
    if (connection.expiresAt !== null) this.#ending.add(connection)
    count(this.#perMap, connection.map, 1)
    count(this.#perAddress, connection.address, 1)
    this.#countPerson(connection, 1)
  }

  remove(connection: Connection): void {
    if (!this.#open.delete(connection)) return
    this.#ending.delete(connection)
    count(this.#perMap, connection.map, -1)
    count(this.#perAddress, connection.address, -1)
    this.#countPerson(connection, -1)
  }

  /** For all that are on its canvas; whoever comes later is told as they come. */
  lock(map: MapId, lock: CanvasLock | null): void {
    for (const connection of this.#open) if (connection.map === map) connection.lock(lock)
  }

  refuseWhere(matches: (connection: Connection) => boolean, why: AppError): void {
    for (const connection of [...this.#open]) if (matches(connection)) connection.refuse(why)
  }

  stop(): void {
    this.#stop()
  }

  #countPerson({ map, person }: Connection, by: 1 | -1): void {
    const people = this.#people.get(map) ?? new Map<string, number>()
    const before = people.size
    count(people, person, by)
    if (people.size === 0) this.#people.delete(map)
    else this.#people.set(map, people)
    if (people.size !== before) this.onPeople(map)
  }
}

function count(counts: Map<string, number>, name: string, by: 1 | -1): void {
  const next = (counts.get(name) ?? 0) + by
  if (next === 0) counts.delete(name)
  else counts.set(name, next)
}
