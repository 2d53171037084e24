/**
 * The map as a document: each purpose with its values, each value with its audiences and its proofs; after them what no
 * purpose leads to.
 *
 * - **OU1** Every block stands in the outline in full exactly once; where the argument leads to it again, as `again`.
 * - **OU2** In the order in which the canvas is read, for everyone the same.
 * - **OU3** Links that merely relate are said at both of their ends, and place nothing.
 */
import { inReadingOrder } from '../brief/index.ts'
import {
  BLOCK_KINDS,
  blocksOf,
  linkedTo,
  type Block,
  type BlockId,
  type BlockKind,
  type PositioningMap,
} from '../schema/index.ts'

/** How a block hangs under the one above it; `top` for one that hangs under nothing. */
export type Hanging = 'top' | 'driven' | 'served' | 'supporting'

export interface OutlineEntry {
  readonly block: Block
  readonly hangs: Hanging
  /** True where it stood in full further up: then nothing is under it here. */
  readonly again: boolean
  readonly under: readonly OutlineEntry[]
  /** Blocks that it merely relates to, in reading order. */
  readonly related: readonly Block[]
}

export interface Outline {
  /** The purposes, and under them all that they lead to. */
  readonly purposes: readonly OutlineEntry[]
  /** What no purpose leads to: values with what is theirs, then audiences, then proofs. */
  readonly loose: readonly OutlineEntry[]
}

/** What hangs under a kind, in this order. */
const UNDER: Record<BlockKind, readonly { readonly kind: BlockKind; readonly hangs: Hanging }[]> = {
  purpose: [
    { kind: 'value', hangs: 'driven' },
    { kind: 'proof', hangs: 'supporting' },
  ],
  value: [
    { kind: 'audience', hangs: 'served' },
    { kind: 'proof', hangs: 'supporting' },
  ],
  audience: [],
  proof: [],
}

/** Under which kinds a block of this kind can hang. */
export function parentKindsOf(kind: BlockKind): readonly BlockKind[] {
  return BLOCK_KINDS.filter((parent) => UNDER[parent].some((step) => step.kind === kind))
}

export function outlineOf(map: PositioningMap): Outline {
  const placed = new Set<BlockId>()
  const related = relatedBlocks(map)

  function entry(block: Block, hangs: Hanging): OutlineEntry {
    const again = placed.has(block.id)
    placed.add(block.id)
    const under = again
      ? []
      : UNDER[block.kind].flatMap((step) =>
          inReadingOrder(linkedTo(map, block.id, step.kind)).map((next) => entry(next, step.hangs)),
        )
    return { block, hangs, again, under, related: again ? [] : inReadingOrder(related.get(block.id) ?? []) }
  }

  function tops(kind: BlockKind): readonly OutlineEntry[] {
    const open = inReadingOrder(blocksOf(map, kind)).filter((block) => !placed.has(block.id))
    return open.map((block) => entry(block, 'top'))
  }

  const purposes = tops('purpose')
  return { purposes, loose: [...tops('value'), ...tops('audience'), ...tops('proof')] }
}

function relatedBlocks(map: PositioningMap): ReadonlyMap<BlockId, readonly Block[]> {
  const related = new Map<BlockId, Block[]>()
  for (const { from, to, relation } of map.links) {
    if (relation !== 'relates') continue
    for (const [id, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const block = map.blocks.get(other)
      if (block !== undefined) related.set(id, [...(related.get(id) ?? []), block])
    }
  }
  return related
}
