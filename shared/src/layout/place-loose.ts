/**
 * Places for blocks that nobody has placed, in a map where others are: near what they are linked with, else below
 * everything; never on top of anything, and the same for everyone who looks.
 */
import {
  compareText,
  type Block,
  type BlockId,
  type BlockKind,
  type PlacedFrame,
  type PositioningMap,
} from '../schema/index.ts'
import { comfortableCard, type Size } from './estimate-card.ts'
import { boundsOf, collide, GAP, type Box } from './geometry.ts'
import { highestIndex, placeBeside } from './beside.ts'
import { framed } from './framed.ts'
import { layOutMap } from './lay-out-map.ts'
import { neighbours } from './units.ts'

/** More than these are a map of their own, and are laid out as one. */
const MOST_ONE_BY_ONE = 60
const ASIDE = 176
const BELOW = 40
/** How far from its neighbour a block looks for room, in steps of its own size. */
const RINGS = 4

/** Frames for the blocks without one, and only for them. */
export function placeLoose(map: Pick<PositioningMap, 'blocks' | 'links'>): ReadonlyMap<BlockId, PlacedFrame> {
  const blocks = [...map.blocks.values()]
  const loose = blocks.filter((block) => block.frame === null)
  if (loose.length === 0) return new Map()
  if (loose.length === blocks.length) return layOutMap(map)
  if (loose.length > MOST_ONE_BY_ONE) {
    const group = { blocks: new Map(loose.map((block) => [block.id, block])), links: map.links }
    return placeBeside(map, group, layOutMap(group))
  }
  const taken = new Map<BlockId, Box>(blocks.flatMap((block) => (isOnPage(block) ? [[block.id, block.frame]] : [])))
  const near = neighbours(map)
  const found = new Map<BlockId, Box>()
  for (const block of loose.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind] || compareText(a.id, b.id))) {
    const box = findRoom(block, near.get(block.id) ?? [], taken)
    taken.set(block.id, box)
    found.set(block.id, box)
  }
  return framed(map, found, highestIndex(map))
}

/** What others stand next to comes first. */
const ORDER: Readonly<Record<BlockKind, number>> = { purpose: 0, value: 1, audience: 2, proof: 3 }

/** Inside a frame or a group a place is relative to something this page does not know. */
function isOnPage(block: Block): block is Block & { frame: PlacedFrame } {
  return block.frame !== null && block.frame.parentId === ''
}

function findRoom(block: Block, linked: readonly Block[], taken: ReadonlyMap<BlockId, Box>): Box {
  const size = comfortableCard(block)
  const boxes = [...taken.values()]
  const isFree = (box: Box) => !boxes.some((other) => collide(box, other))
  for (const neighbour of linked) {
    const anchor = taken.get(neighbour.id)
    const free = anchor === undefined ? undefined : places(anchor, size, block.kind, neighbour.kind).find(isFree)
    if (free !== undefined) return free
  }
  const bounds = boundsOf(boxes)
  if (bounds === null) return { x: 0, y: 0, ...size }
  // Below everything, in a row that ends where the map ends.
  const y = bounds.y + bounds.h
  const rest = bottomRow(boxes, bounds, size).find(isFree)
  return rest ?? { x: bounds.x, y: y + GAP * 2, ...size }
}

/** Beside the lowest cards first, so that several newcomers make a row and not a tower. */
function bottomRow(boxes: readonly Box[], bounds: Box, size: Size): readonly Box[] {
  const lowest = boxes.filter((box) => box.y + box.h > bounds.y + bounds.h - GAP)
  const beside = lowest.map((box) => ({ x: box.x + box.w + GAP * 2, y: box.y, ...size }))
  return beside.filter((box) => box.x + box.w <= Math.max(bounds.x + bounds.w, bounds.x + 1_200))
}

/** Where a block would stand beside its neighbour, best first: on its side of the argument, then further down or up. */
function places(anchor: Box, size: Size, kind: BlockKind, beside: BlockKind): readonly Box[] {
  const [right, left] = [anchor.x + anchor.w + ASIDE, anchor.x - ASIDE - size.w]
  const rings = Array.from({ length: RINGS * 2 + 1 }, (_, at) => (at % 2 === 1 ? (at + 1) / 2 : -at / 2))
  if (kind === 'proof' && beside !== 'proof') {
    const rows = [0, 1, 2].map((row) => anchor.y + anchor.h + BELOW + row * (size.h + GAP))
    const columns = [0, 1, -1, 2].map((column) => anchor.x + column * (size.w + GAP))
    return rows.flatMap((y) => columns.map((x) => ({ x, y, ...size })))
  }
  const sides = ORDER[kind] === ORDER[beside] ? [anchor.x] : ORDER[kind] > ORDER[beside] ? [right, left] : [left, right]
  return sides.flatMap((x) => rings.map((ring) => ({ x, y: anchor.y + ring * (size.h + GAP * 2), ...size })))
}
