/**
 * Moving a block up or down among those it stands with. The outline has no order of its own, it reads the canvas from
 * top to bottom and from left to right; so the two change places there, each with what hangs on it alone.
 *
 * - **RO1** Afterwards the two are read the other way round.
 * - **RO2** What several blocks share stays where it is.
 */
import type { Block, BlockId, PlacedFrame, PositioningMap } from '../schema/index.ts'
import type { OutlineEntry } from './outline-of.ts'

/** As in `inReadingOrder`: cards whose tops differ by less stand in one row. */
const ROW = 48

interface Family {
  readonly head: PlacedFrame
  readonly blocks: readonly Block[]
  readonly right: number
  readonly bottom: number
}

/** `first` is read before `second`. Null when one of them has no place on the canvas to give away. */
export function swapPlaces(
  map: PositioningMap,
  first: OutlineEntry,
  second: OutlineEntry,
): ReadonlyMap<BlockId, PlacedFrame> | null {
  const [a, b] = [familyOf(map, first), familyOf(map, second)]
  if (a === null || b === null) return null
  const inOneRow = Math.abs(a.head.y - b.head.y) < ROW
  // The one that comes forward takes the very place; the other ends where that one ended.
  const back = inOneRow
    ? { x: Math.max(b.right - a.right, b.head.x - a.head.x), y: 0 }
    : { x: 0, y: Math.max(b.bottom - a.bottom, b.head.y - a.head.y) }
  const ahead = inOneRow ? { x: a.head.x - b.head.x, y: 0 } : { x: 0, y: a.head.y - b.head.y }
  return new Map([...shifted(a, back), ...shifted(b, ahead)])
}

function shifted(family: Family, by: { readonly x: number; readonly y: number }): (readonly [BlockId, PlacedFrame])[] {
  return family.blocks.flatMap(({ id, frame }) =>
    frame === null ? [] : [[id, { ...frame, x: frame.x + by.x, y: frame.y + by.y }] as const],
  )
}

function familyOf(map: PositioningMap, entry: OutlineEntry): Family | null {
  const head = entry.block.frame
  if (head === null) return null
  const blocks = [entry.block, ...entry.under.flatMap((under) => ownBlocks(map, under))]
  const frames = blocks.flatMap(({ frame }) => frame ?? [])
  return {
    head,
    blocks,
    right: Math.max(...frames.map(({ x, w }) => x + w)),
    bottom: Math.max(...frames.map(({ y, h }) => y + h)),
  }
}

/** What hangs on one block alone. */
function ownBlocks(map: PositioningMap, { block, again, under }: OutlineEntry): readonly Block[] {
  const held = map.links.filter(
    ({ from, to, relation }) => relation !== 'relates' && (from === block.id || to === block.id),
  )
  if (again || held.length - under.length > 1) return []
  return [block, ...under.flatMap((one) => ownBlocks(map, one))]
}
