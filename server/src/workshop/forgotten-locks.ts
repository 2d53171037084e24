/**
 * Opens canvases that somebody has locked and left (LO4).
 *
 * - **FL1** A restart does not count as leaving: the time begins anew with the process.
 */
import type { MapId } from '@throughline/shared/schema'
import type { Clock } from '../clock.ts'
import type { LiveWorkshop } from './live-workshop.ts'
import { isFacilitator, isForgotten, unlocked } from './rules/index.ts'

const LOOK_EVERY_MS = 60_000

export interface ForgottenLocksParts {
  readonly clock: Clock
  /** Calls `look` with each workshop in memory; one with a lock stays there. */
  readonly each: (look: (live: LiveWorkshop) => void) => void
  readonly here: (map: MapId) => ReadonlySet<string>
  readonly onOpened: (map: MapId, saved: Promise<void>) => void
}

/** Call what it returns to end it. */
export function openForgottenLocks({ clock, each, here, onOpened }: ForgottenLocksParts): () => void {
  const began = clock.now()
  /** Of maps whose lock is on: when a facilitator was last seen there. */
  const seen = new Map<MapId, number>()
  return clock.every(LOOK_EVERY_MS, () =>
    each((live) => {
      const { workshop, map, lock } = live
      if (workshop === null || lock === null) {
        seen.delete(map)
        return
      }
      const now = clock.now()
      const people = here(map)
      if ([...people].some((person) => isFacilitator(workshop.course, person))) seen.set(map, now)
      const seenAt = seen.get(map) ?? began
      if (isForgotten(workshop.course, people, seenAt, now)) onOpened(map, live.commit(unlocked(workshop)))
    }),
  )
}
