/**
 * A whole map laid out so that the argument reads from left to right: purposes, values with their proofs below them,
 * audiences; and below all that, in rows by kind, what is linked with nothing.
 *
 * - **LY1** Every block gets a frame; no two come closer than `GAP`.
 * - **LY2** The same blocks and links give the same frames, everywhere.
 */
import { BLOCK_KINDS, type Block, type BlockId, type PlacedFrame } from '../schema/index.ts'
import { balance, zoomToFit } from './bands.ts'
import { CARD_SHAPES, type CardShape } from './estimate-card.ts'
import { framed } from './framed.ts'
import { boundsOf, type Box } from './geometry.ts'
import { orderUnits } from './order.ts'
import { neighbours, proofsByHost, unitOf, type MapToLayOut, type Near, type Unit } from './units.ts'

/** How much larger the map must show for its cards to be flatter than is comfortable. */
const FLATTER_IS_WORTH = 1.05

export function layOutMap(map: MapToLayOut): ReadonlyMap<BlockId, PlacedFrame> {
  const hosted = proofsByHost(map)
  const near = neighbours(map)
  let best: { boxes: Map<BlockId, Box>; zoom: number } | null = null
  for (const shape of CARD_SHAPES) {
    const boxes = boxesOf(map, hosted, near, shape)
    const zoom = zoomToFit(boundsOf(boxes.values()))
    if (best === null || zoom > best.zoom * FLATTER_IS_WORTH) best = { boxes, zoom }
    // Nothing to gain for what fits as it is.
    if (zoom === 1) break
  }
  return framed(map, best?.boxes ?? new Map())
}

function boxesOf(
  map: MapToLayOut,
  hosted: ReadonlyMap<BlockId, readonly Block[]>,
  near: Near,
  shape: CardShape,
): Map<BlockId, Box> {
  const hostedIds = new Set([...hosted.values()].flat().map(({ id }) => id))
  const units = new Map<BlockId, Unit>()
  const loose: Block[] = []
  for (const block of map.blocks.values()) {
    if (hostedIds.has(block.id)) continue
    const isLinked = block.kind !== 'proof' && near.has(block.id)
    if (isLinked) units.set(block.id, unitOf(block, hosted.get(block.id) ?? [], shape))
    else loose.push(block)
  }
  const boxes = balance(map, orderUnits(map, units))
  for (const [id, box] of besideArgument(loose, boundsOf(boxes.values()))) boxes.set(id, box)
  return boxes
}

/** In rows below the argument, or at its right where that leaves everything clearly larger on the screen. */
function besideArgument(loose: readonly Block[], argument: Box | null): ReadonlyMap<BlockId, Box> {
  const below = inRows(loose, argument)
  if (argument === null) return below
  const right = inColumns(loose, argument)
  const zoom = (boxes: ReadonlyMap<BlockId, Box>) => zoomToFit(boundsOf([argument, ...boxes.values()]))
  return zoom(right) > zoom(below) * RIGHT_IS_WORTH ? right : below
}

/** Between what is linked and the rows below it, and between the rows. */
const ROW_GAP = 64
const COLUMN_GAP = 120
const CARD_GAP = 32
/** How much larger the map must show for loose cards to stand at its right. */
const RIGHT_IS_WORTH = 1.04
/** Rows below nothing are about as wide as a screen shows at half size. */
const ROW_WIDTH = 2_000

/** Tidy rows by kind, as wide as what stands above them. */
function inRows(loose: readonly Block[], above: Box | null): ReadonlyMap<BlockId, Box> {
  const boxes = new Map<BlockId, Box>()
  const sized = BLOCK_KINDS.map((kind) =>
    loose.filter((block) => block.kind === kind).map((block) => unitOf(block, [])),
  )
  const area = sized.flat().reduce((sum, { size }) => sum + size.w * size.h, 0)
  const width = Math.max(above?.w ?? 0, ROW_WIDTH, Math.sqrt(area * 2))
  let y = above === null ? 0 : above.y + above.h + ROW_GAP
  for (const units of sized) {
    let x = 0
    let height = 0
    for (const { block, size } of units) {
      if (x > 0 && x + size.w > width) {
        y += height + CARD_GAP
        x = 0
        height = 0
      }
      boxes.set(block.id, { x, y, ...size })
      x += size.w + CARD_GAP
      height = Math.max(height, size.h)
    }
    if (units.length > 0) y += height + ROW_GAP
  }
  return boxes
}

/** Columns by kind, beginning at the top right of what is there, each as deep as that at most. */
function inColumns(loose: readonly Block[], argument: Box): ReadonlyMap<BlockId, Box> {
  const boxes = new Map<BlockId, Box>()
  let x = argument.x + argument.w + COLUMN_GAP
  for (const kind of BLOCK_KINDS) {
    let y = argument.y
    let width = 0
    for (const { block, size } of loose.filter((one) => one.kind === kind).map((one) => unitOf(one, []))) {
      if (y > argument.y && y + size.h > argument.y + argument.h) {
        x += width + CARD_GAP
        y = argument.y
        width = 0
      }
      boxes.set(block.id, { x, y, ...size })
      y += size.h + CARD_GAP
      width = Math.max(width, size.w)
    }
    if (width > 0) x += width + CARD_GAP
  }
  return boxes
}
