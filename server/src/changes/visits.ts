/**
 * When each person was last on each map. A visit begins with the first connection of a person and ends with the last.
 *
 * - **VI1** While somebody is here, their last visit is the one before this; once they have gone, it is this one.
 * - **VI2** Whoever comes back within `RELOAD_MS` has not been away: a reload is no visit.
 * - **VI3** It outlives a restart. After a kill the visit that was cut off counts for nothing: news come twice, not never.
 */
import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import type { ChangeStore } from '../stores/index.ts'

export const RELOAD_MS = 15_000

interface Visit {
  /** Open connections. */
  count: number
  /** End of the visit before. */
  readonly since: Promise<EpochMs | null>
  left: EpochMs | null
  callOff: () => void
}

export interface VisitsParts {
  readonly store: Pick<ChangeStore, 'left' | 'leave'>
  readonly clock: Clock
  readonly log: Log
  /** Somebody leaves at this moment; `kept` resolves when that is written down. */
  readonly onLeft: (map: MapId, at: EpochMs, kept: Promise<void>) => void
}

export class Visits {
  readonly #parts: VisitsParts
  readonly #visits = new Map<string, Visit>()

  constructor(parts: VisitsParts) {
    this.#parts = parts
  }

  came(map: MapId, person: string): void {
    const name = nameOf(map, person)
    const known = this.#visits.get(name)
    if (known !== undefined) {
      known.callOff()
      known.count += 1
      known.left = null
      return
    }
    const since = this.#parts.store.left(map, person).catch((error: unknown) => {
      this.#parts.log.warn('last visit not read', { map, ...describeError(error) })
      return null
    })
    this.#visits.set(name, { count: 1, since, left: null, callOff: () => {} })
  }

  went(map: MapId, person: string): void {
    const { clock, log, store, onLeft } = this.#parts
    const name = nameOf(map, person)
    const visit = this.#visits.get(name)
    if (visit === undefined) return
    visit.count -= 1
    if (visit.count > 0) return
    const at = clock.now()
    visit.left = at
    visit.callOff = clock.after(RELOAD_MS, () => this.#visits.delete(name))
    const kept = store.leave(map, person, at).catch((error: unknown) => {
      log.warn('visit not written down', { map, ...describeError(error) })
    })
    onLeft(map, at, kept)
  }

  /** When the last visit ended; null for somebody who has never been here, or is for the first time. */
  async last(map: MapId, person: string): Promise<EpochMs | null> {
    const visit = this.#visits.get(nameOf(map, person))
    if (visit !== undefined) return visit.left ?? visit.since
    return this.#parts.store.left(map, person)
  }
}

const nameOf = (map: MapId, person: string) => `${map} ${person}`
