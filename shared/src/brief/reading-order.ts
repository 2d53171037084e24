/** The order in which people read a map: top to bottom, left to right, and what nobody has placed at the end. */
import { compareText, type Block, type PositioningMap } from '../schema/index.ts'

/** Cards whose tops differ by less stand in one row: nobody aligns them to the pixel. */
const ROW = 48

export function inReadingOrder(blocks: Iterable<Block>): readonly Block[] {
  const byHeight = [...blocks].toSorted((a, b) => top(a) - top(b) || compareText(a.id, b.id))
  const rows = new Map<Block, number>()
  let row = -Infinity
  for (const block of byHeight) {
    if (top(block) >= row + ROW) row = top(block)
    rows.set(block, row)
  }
  const rowOf = (block: Block) => rows.get(block) ?? UNPLACED
  return byHeight.toSorted((a, b) => rowOf(a) - rowOf(b) || left(a) - left(b) || compareText(a.id, b.id))
}

/** The order of the brief: first what somebody has put in its place, then the rest as it is read on the map. */
export function inBriefOrder({ brief }: Pick<PositioningMap, 'brief'>, blocks: Iterable<Block>): readonly Block[] {
  const read = inReadingOrder(blocks)
  const places = new Map(brief.order.map((id, at) => [id, at]))
  const placeOf = ({ id }: Block) => places.get(id) ?? places.size
  return places.size === 0 ? read : read.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** Finite, so that two of them compare as equal. */
const UNPLACED = Number.MAX_SAFE_INTEGER
const top = (block: Block) => block.frame?.y ?? UNPLACED
const left = (block: Block) => block.frame?.x ?? UNPLACED
