/**
 * Which automatic versions go, so that their number is bounded whatever the age of a map. As backups are thinned out:
 * the newer the time, the closer together the versions of it.
 *
 * - **TO1** Named versions are never thinned out.
 * - **TO2** Of automatic ones stay: all of the last day, one an hour of the last week, one a day of the last 90 days.
 * - **TO3** No more than `AUTOMATIC_AT_MOST`; the oldest go first.
 */
import type { EpochMs } from '../schema/index.ts'
import type { Version } from './version.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A busy day has one each ten minutes of rest, so some 40; a week of hours and a quarter of days fit beside it. */
export const AUTOMATIC_AT_MOST = 120
const KEPT_DAYS = 90

/** Whatever order they come in; the answer is ids that are to go. */
export function thinOut(versions: readonly Version[], now: EpochMs): readonly Version['id'][] {
  const newestFirst = versions.filter(({ auto }) => auto).toSorted((a, b) => b.at - a.at)
  const taken = new Set<string>()
  const stays = newestFirst.filter((version) => {
    const slot = slotOf(version.at, now)
    if (slot === null || (slot !== '' && taken.has(slot))) return false
    taken.add(slot)
    return true
  })
  const kept = new Set(stays.slice(0, AUTOMATIC_AT_MOST).map(({ id }) => id))
  return newestFirst.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
}

/** Versions of one slot stand for each other; `''` for those that all stay, null for those too old. */
function slotOf(at: EpochMs, now: EpochMs): string | null {
  const age = now - at
  if (age < DAY) return ''
  if (age < 7 * DAY) return `hour ${Math.floor(at / HOUR)}`
  return age < KEPT_DAYS * DAY ? `day ${Math.floor(at / DAY)}` : null
}
