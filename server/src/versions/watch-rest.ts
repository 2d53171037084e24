/**
 * Tells when a map has come to rest after a burst of work, and who had worked: then an automatic version is kept.
 *
 * - **WR1** Ten minutes after the last edit, and once an hour while nobody rests.
 * - **WR2** Whoever has edited since the last time is named, once.
 * - **WR4** A mark is wanted where there is work that no state has been kept of, at most one in `MARK_EVERY_MS`.
 * - **WR3** One timer a map, whatever the number of edits; an edit itself costs an assignment.
 */
import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { Clock } from '../clock.ts'

export const REST_MS = 10 * 60_000
export const AT_MOST_EVERY_MS = 60 * 60_000
export const MARK_EVERY_MS = 60_000

interface Burst {
  readonly began: EpochMs
  last: EpochMs
  readonly authors: Set<string>
  markedAt: EpochMs | null
  callOff: () => void
}

export interface RestWatch {
  edited(map: MapId, authors: Iterable<string>): void
  /** WR4. Asking counts as having made it. */
  wantsMark(map: MapId, at: EpochMs): boolean
  /** Every map with work in it, as if it had come to rest now. */
  endAll(): Promise<void>
  forget(map: MapId): void
}

export function watchRest(clock: Clock, rested: (map: MapId, authors: readonly string[]) => Promise<void>): RestWatch {
  const bursts = new Map<MapId, Burst>()

  const end = async (map: MapId) => {
    const burst = bursts.get(map)
    if (burst === undefined) return
    bursts.delete(map)
    burst.callOff()
    await rested(map, [...burst.authors])
  }
  const dueOf = ({ began, last }: Burst) => Math.min(last + REST_MS, began + AT_MOST_EVERY_MS)
  const look = (map: MapId, burst: Burst) => {
    const wait = dueOf(burst) - clock.now()
    if (wait <= 0) void end(map)
    else burst.callOff = clock.after(wait, () => look(map, burst))
  }

  return {
    edited(map, authors) {
      const now = clock.now()
      const known = bursts.get(map)
      const burst = known ?? { began: now, last: now, authors: new Set<string>(), markedAt: null, callOff: () => {} }
      burst.last = now
      for (const author of authors) burst.authors.add(author)
      if (known !== undefined) return
      bursts.set(map, burst)
      look(map, burst)
    },
    wantsMark(map, at) {
      const burst = bursts.get(map)
      if (burst === undefined) return false
      const { markedAt, last } = burst
      if (markedAt !== null && (last < markedAt || at - markedAt < MARK_EVERY_MS)) return false
      burst.markedAt = at
      return true
    },
    async endAll() {
      await Promise.all([...bursts.keys()].map(end))
    },
    forget(map) {
      bursts.get(map)?.callOff()
      bursts.delete(map)
    },
  }
}
