/** Last touches to the order of a column: neighbours change places where that spares a crossing, or costs none and is natural. */
import { BLOCK_KINDS, compareText, type BlockId, type BlockKind, type Link } from '../schema/index.ts'
import type { Unit } from './units.ts'

/** Rounds over all columns; after a few nothing moves any more. */
const ROUNDS = 6

export function settle(ordered: readonly Unit[], links: readonly Link[]): readonly Unit[] {
  const kinds = new Map(ordered.map(({ block }) => [block.id, block.kind]))
  const near = neighboursInOtherColumns(links, kinds)
  const columns = new Map(BLOCK_KINDS.map((kind) => [kind, ordered.filter(({ block }) => block.kind === kind)]))
  const places = new Map<BlockId, number>()
  for (const column of columns.values()) for (const [at, { block }] of column.entries()) places.set(block.id, at)
  for (let round = 0; round < ROUNDS; round += 1) {
    const moved = BLOCK_KINDS.map((kind) => settleColumn(columns.get(kind) ?? [], near, places))
    if (!moved.includes(true)) break
  }
  return BLOCK_KINDS.flatMap((kind) => columns.get(kind) ?? [])
}

type Near = ReadonlyMap<BlockId, readonly { readonly id: BlockId; readonly kind: BlockKind }[]>

function neighboursInOtherColumns(links: readonly Link[], kinds: ReadonlyMap<BlockId, BlockKind>): Near {
  const near = new Map([...kinds.keys()].map((id): [BlockId, { id: BlockId; kind: BlockKind }[]] => [id, []]))
  for (const { from, to } of links) {
    const [start, end] = [kinds.get(from), kinds.get(to)]
    if (start === undefined || end === undefined || start === end) continue
    near.get(from)?.push({ id: to, kind: end })
    near.get(to)?.push({ id: from, kind: start })
  }
  return near
}

/** Sorts in place, a bubble at a time: each change is of two neighbours, so crossings with all others stay as they are. */
function settleColumn(column: Unit[], near: Near, places: Map<BlockId, number>): boolean {
  let moved = false
  for (let pass = 0; pass < column.length; pass += 1) {
    let swapped = false
    for (let at = 0; at + 1 < column.length; at += 1) {
      const [upper, lower] = [column[at], column[at + 1]]
      if (upper === undefined || lower === undefined || !shouldSwap(upper.block.id, lower.block.id, near, places))
        continue
      column[at] = lower
      column[at + 1] = upper
      places.set(lower.block.id, at)
      places.set(upper.block.id, at + 1)
      swapped = true
    }
    if (!swapped) break
    moved = true
  }
  return moved
}

function shouldSwap(upper: BlockId, lower: BlockId, near: Near, places: ReadonlyMap<BlockId, number>): boolean {
  const gain = crossings(upper, lower, near, places) - crossings(lower, upper, near, places)
  return gain > 0 || (gain === 0 && compareText(upper, lower) > 0 && isFree(upper, lower, near))
}

/** Cards that share no neighbour pattern may go by their natural order; it must not tear a cluster apart. */
function isFree(upper: BlockId, lower: BlockId, near: Near): boolean {
  const of = (id: BlockId) =>
    (near.get(id) ?? [])
      .map((other) => other.id)
      .toSorted(compareText)
      .join(' ')
  return of(upper) === of(lower)
}

/** Links of the two that cross when `upper` stands above `lower`. */
function crossings(upper: BlockId, lower: BlockId, near: Near, places: ReadonlyMap<BlockId, number>): number {
  let count = 0
  for (const a of near.get(upper) ?? []) {
    for (const b of near.get(lower) ?? []) {
      if (a.kind === b.kind && (places.get(a.id) ?? 0) > (places.get(b.id) ?? 0)) count += 1
    }
  }
  return count
}
