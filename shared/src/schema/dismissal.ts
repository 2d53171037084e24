import type { EpochMs } from './ids.ts'

/** A notice that the team leaves as it is, and why. */
export interface Dismissal {
  /** What the notice's blocks said when it was left (`printOf` in `notices`): once that is different, it is back. */
  readonly print: string
  /** In the words of whoever left it; `''` when none were given. */
  readonly reason: string
  /** Display name; `''` when unknown. */
  readonly by: string
  readonly at: EpochMs
}

/** By the notice's name: rule and first block (`noticeKey`). */
export type Dismissals = ReadonlyMap<string, Dismissal>
