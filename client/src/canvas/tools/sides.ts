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

/** On which side of a card a block of this kind stands; proofs below, what merely relates to the right. */
export function sideFor(kind: BlockKind, makes: BlockKind): Side {
  // What is added to a proof goes to its side where a value would lie above it.
  return HANDLES[kind].find((handle) => handle.makes === makes)?.side ?? 'right'
}

/** With exactly one block selected these keys add one beside it, linked. */
export const ADDING_KEYS: Readonly<Record<string, BlockKind>> = { p: 'proof', a: 'audience', v: 'value' }

export const keyThatAdds = (kind: BlockKind): string | null =>
  Object.entries(ADDING_KEYS)
    .find(([, adds]) => adds === kind)?.[0]
    .toUpperCase() ?? null

export const madeFrom = (kind: BlockKind, side: Side): BlockKind =>
  HANDLES[kind].find((handle) => handle.side === side)?.makes ?? NEXT_KIND[kind]
