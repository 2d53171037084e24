/** From which sides of a card a link can be pulled, and what a link dropped on empty canvas makes there. Pure. */
import { NEXT_KIND, type BlockKind } from '@throughline/shared/schema'
import type { Side } from './pull-state.ts'

export interface Handle {
  readonly side: Side
  readonly makes: BlockKind
}

/** The argument runs from left to right, and proofs stand below what they hold. */
const HANDLES: Record<BlockKind, readonly Handle[]> = {
  purpose: [
    { side: 'right', makes: NEXT_KIND.purpose },
    { side: 'bottom', makes: 'proof' },
  ],
  value: [
    { side: 'left', makes: 'purpose' },
    { side: 'right', makes: NEXT_KIND.value },
    { side: 'bottom', makes: 'proof' },
  ],
  audience: [
    { side: 'left', makes: NEXT_KIND.audience },
    { side: 'right', makes: NEXT_KIND.audience },
  ],
  proof: [
    { side: 'top', makes: NEXT_KIND.proof },
    { side: 'left', makes: NEXT_KIND.proof },
    { side: 'right', makes: NEXT_KIND.proof },
  ],
}

export const handlesOf = (kind: BlockKind): readonly Handle[] => HANDLES[kind]

export const madeFrom = (kind: BlockKind, side: Side): BlockKind =>
  HANDLES[kind].find((handle) => handle.side === side)?.makes ?? NEXT_KIND[kind]
