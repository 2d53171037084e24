/**
 * The order in which one walks a map by keyboard: each purpose, then its values, each with its audiences and its
 * proofs, then the purpose's own proofs; what hangs on nothing comes last, kind by kind. Neighbours go from top to
 * bottom, not by their place in the pile.
 *
 * - **AO1** Every block comes exactly once, cycles or not.
 */
import {
  BLOCK_KINDS,
  compareText,
  type Block,
  type BlockId,
  type BlockKind,
  type PositioningMap,
} from '@throughline/shared/schema'

function byPlace(a: Block, b: Block): number {
  const [ay, by] = [a.frame?.y ?? Infinity, b.frame?.y ?? Infinity]
  if (ay !== by) return ay - by
  const [ax, bx] = [a.frame?.x ?? Infinity, b.frame?.x ?? Infinity]
  return ax !== bx ? ax - bx : compareText(a.id, b.id)
}

/** What comes right after a block, before the next of its own kind. */
const HANGS_ON: Record<BlockKind, readonly BlockKind[]> = {
  purpose: ['value', 'proof'],
  value: ['audience', 'proof'],
  audience: [],
  proof: [],
}

function neighbours(map: PositioningMap): ReadonlyMap<BlockId, readonly Block[]> {
  const found = new Map<BlockId, Block[]>()
  const add = (at: BlockId, other: BlockId) => {
    const block = map.blocks.get(other)
    if (block !== undefined) found.set(at, [...(found.get(at) ?? []), block])
  }
  for (const { from, to } of map.links) {
    add(from, to)
    add(to, from)
  }
  return found
}

export function argumentOrder(map: PositioningMap): readonly BlockId[] {
  const linked = neighbours(map)
  const order = new Set<BlockId>()
  const visit = (block: Block): void => {
    if (order.has(block.id)) return
    order.add(block.id)
    for (const kind of HANGS_ON[block.kind])
      for (const next of (linked.get(block.id) ?? []).filter((other) => other.kind === kind).toSorted(byPlace))
        visit(next)
  }
  for (const kind of BLOCK_KINDS)
    for (const block of [...map.blocks.values()].filter((other) => other.kind === kind).toSorted(byPlace)) visit(block)
  return [...order]
}
