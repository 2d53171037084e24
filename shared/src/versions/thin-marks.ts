/**
 * Which marks go: states that were kept because somebody left in the middle of work.
 *
 * - **TM1** A mark stays while it is the newest kept state that somebody's last visit ended on, for `MARKED_DAYS` days.
 * - **TM2** The first state of all stays, where it is a mark.
 * - **TM3** Beside it no more than `MARKS_AT_MOST`; the oldest go first.
 */
import type { EpochMs } from '../schema/index.ts'
import type { Version } from './version.ts'

export const MARKS_AT_MOST = 40
const MARKED_DAYS = 90
const DAY = 24 * 3_600_000

type State = Pick<Version, 'id' | 'at'>

/** `leavings`: when each person's last visit ended. The answer is ids of marks that are to go. */
export function thinMarks(
  marks: readonly State[],
  versions: readonly State[],
  leavings: readonly EpochMs[],
  now: EpochMs,
): readonly Version['id'][] {
  const states = [...marks, ...versions].toSorted((a, b) => b.at - a.at)
  const wanted = new Set(
    leavings.flatMap((left) => {
      if (now - left >= MARKED_DAYS * DAY) return []
      return states.find(({ at }) => at <= left)?.id ?? []
    }),
  )
  const first = states.at(-1)
  const stays = marks
    .filter((mark) => mark !== first && wanted.has(mark.id))
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MARKS_AT_MOST)
  return marks.filter((mark) => mark !== first && !stays.includes(mark)).map(({ id }) => id)
}
