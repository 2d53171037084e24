import type { BlockId, EpochMs } from './ids.ts'

export const DECISIONS = ['accepted', 'declined', 'dissent'] as const
export type DecisionKind = (typeof DECISIONS)[number]

/** What became of a proposal of another wording. Editors decide, so it stands in the canvas, where nobody else writes. */
export interface Decision {
  readonly is: DecisionKind
  readonly block: BlockId
  /** What was proposed. */
  readonly wording: string
  /** Display name of whoever proposed it; `''` when unknown. */
  readonly author: string
  /** Display name of whoever decided; `''` when unknown. */
  readonly by: string
  readonly at: EpochMs
  /** In the words of whoever decided; `''` when none were given. */
  readonly reason: string
}

/** By the thread that proposed it. */
export type Decisions = ReadonlyMap<string, Decision>
