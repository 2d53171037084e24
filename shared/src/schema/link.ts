import type { BlockKind } from './block.ts'
import type { BlockId, LinkId } from './ids.ts'

export const RELATIONS = ['drives', 'serves', 'supports', 'relates'] as const
export type Relation = (typeof RELATIONS)[number]

export interface Link {
  readonly id: LinkId
  readonly from: BlockId
  readonly to: BlockId
  /** Follows from the two kinds; never stored. */
  readonly relation: Relation
}

/** Which way the argument goes between two kinds; a pair that is in neither direction here merely relates. */
const ARGUMENT: Partial<Record<`${BlockKind} ${BlockKind}`, Relation>> = {
  'purpose value': 'drives',
  'value audience': 'serves',
  'proof value': 'supports',
  'proof purpose': 'supports',
}

export function relationOf(from: BlockKind, to: BlockKind): Relation {
  return ARGUMENT[`${from} ${to}`] ?? 'relates'
}

/** True when a link drawn this way must be turned to point the way the argument goes. */
export function isBackwards(from: BlockKind, to: BlockKind): boolean {
  return relationOf(from, to) === 'relates' && relationOf(to, from) !== 'relates'
}

/** What a link pulled out of a card onto empty canvas makes there: the next step of the argument. */
export const NEXT_KIND = {
  purpose: 'value',
  value: 'audience',
  audience: 'value',
  proof: 'value',
} as const satisfies Record<BlockKind, BlockKind>
