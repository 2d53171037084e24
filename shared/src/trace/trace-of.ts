/**
 * The whole line of a block: the purposes it comes from, the values, the audiences they serve, the proofs that hold any
 * of them, and where the line breaks. Only links of the argument belong to it. These go from kind to kind and never
 * back, so a line comes to an end on any map; cycles are made of links that merely relate, and none of those is
 * followed. Cost: one pass over the map's links.
 *
 * - **TR1** Every link of the argument between two blocks of the line belongs to it, and no other link.
 * - **TR2** A block breaks the line for what it lacks on the map, not for what merely lies off this line.
 */
import { inReadingOrder } from '../brief/index.ts'
import {
  linkedTo,
  type Block,
  type BlockId,
  type BlockKind,
  type Link,
  type LinkId,
  type PositioningMap,
} from '../schema/index.ts'

/** A place of the line where somebody has something to write: `at` has no block of the kind `missing` yet. */
export interface Break {
  readonly at: BlockId
  readonly missing: BlockKind
}

export interface Trace {
  /** The block that was picked. */
  readonly start: BlockId
  /** Each in reading order. */
  readonly purposes: readonly Block[]
  readonly values: readonly Block[]
  readonly audiences: readonly Block[]
  readonly proofs: readonly Block[]
  /** All of these. */
  readonly blocks: ReadonlySet<BlockId>
  readonly links: ReadonlySet<LinkId>
  readonly breaks: readonly Break[]
}

/** What a block of each kind needs for the line to go through it. */
const NEEDS: Record<BlockKind, readonly BlockKind[]> = {
  purpose: ['value'],
  value: ['purpose', 'audience', 'proof'],
  audience: ['value'],
  proof: [],
}

/** Null when the block is not on the map. */
export function traceOf(map: PositioningMap, start: BlockId): Trace | null {
  const block = map.blocks.get(start)
  if (block === undefined) return null
  const line = { purpose: new Set<Block>(), value: new Set<Block>(), audience: new Set<Block>() }
  for (const one of carriersOf(map, block)) addLine(map, one, line)
  // A proof that is linked with an audience merely relates to it.
  const held = [...line.purpose, ...line.value]
  const proofs = new Set(held.flatMap(({ id }) => linkedTo(map, id, 'proof')))
  if (block.kind === 'proof') proofs.add(block)
  const purposes = inReadingOrder(line.purpose)
  const values = inReadingOrder(line.value)
  const audiences = inReadingOrder(line.audience)
  const inOrder = inReadingOrder(proofs)
  const all = [...purposes, ...values, ...audiences, ...inOrder]
  const blocks = new Set(all.map(({ id }) => id))
  return {
    start,
    purposes,
    values,
    audiences,
    proofs: inOrder,
    blocks,
    links: new Set(map.links.filter((link) => isOnLine(link, blocks)).map(({ id }) => id)),
    breaks: all.flatMap((one) => breaksOf(map, one)),
  }
}

/** What one block lacks for the line to go through it, in the order of the argument. */
export function breaksOf(map: PositioningMap, { id, kind }: Block): readonly Break[] {
  if (kind === 'proof') {
    const isIdle = linkedTo(map, id, 'value').length + linkedTo(map, id, 'purpose').length === 0
    return isIdle ? [{ at: id, missing: 'value' }] : []
  }
  return NEEDS[kind].filter((need) => linkedTo(map, id, need).length === 0).map((missing) => ({ at: id, missing }))
}

interface Line {
  readonly purpose: Set<Block>
  readonly value: Set<Block>
  readonly audience: Set<Block>
}

/** A proof is on the line of what it holds; every other block is on its own. */
function carriersOf(map: PositioningMap, block: Block): readonly Block[] {
  if (block.kind !== 'proof') return [block]
  return [...linkedTo(map, block.id, 'purpose'), ...linkedTo(map, block.id, 'value')]
}

function addLine(map: PositioningMap, block: Block, line: Line): void {
  if (block.kind === 'proof') return
  line[block.kind].add(block)
  const values = block.kind === 'value' ? [block] : linkedTo(map, block.id, 'value')
  for (const value of values) {
    line.value.add(value)
    if (block.kind !== 'purpose') for (const purpose of linkedTo(map, value.id, 'purpose')) line.purpose.add(purpose)
    if (block.kind !== 'audience')
      for (const audience of linkedTo(map, value.id, 'audience')) line.audience.add(audience)
  }
}

function isOnLine({ from, to, relation }: Link, blocks: ReadonlySet<BlockId>): boolean {
  return relation !== 'relates' && blocks.has(from) && blocks.has(to)
}
