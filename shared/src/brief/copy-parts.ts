/** What there is of words to take along: apart from how they are composed, which whoever only shows them needs not. */
import type { BlockId } from '../schema/index.ts'

export const COPY_PARTS = ['one-liner', 'pitch', 'audience', 'proofs'] as const
export type CopyPart = (typeof COPY_PARTS)[number]

/** Words to copy in one go. */
export interface CopyPiece {
  /** The audience that it speaks to, where it speaks to one. */
  readonly audience: BlockId | null
  /** `''` while nothing that it is made of is agreed. */
  readonly text: string
}
