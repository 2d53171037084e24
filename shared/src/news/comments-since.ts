import type { Thread } from '../comments/index.ts'
import type { EpochMs } from '../schema/index.ts'

/** How many comments others have made since; proposals among them, deleted ones not. */
export function commentsSince(threads: readonly Thread[], since: EpochMs, person: string): number {
  const isNews = ({ at, by, isDeleted }: Thread['comments'][number]) => at > since && by !== person && !isDeleted
  return threads.reduce((sum, { comments }) => sum + comments.filter(isNews).length, 0)
}
