/** Boxes as frames of the canvas: on the page, each above the one before. */
import { indexKeysAbove, type BlockId, type PlacedFrame } from '../schema/index.ts'
import type { Box } from './geometry.ts'
import type { MapToLayOut } from './units.ts'

/** In the order of the blocks, so that what lies on what does not depend on the layout. */
export function framed(
  map: Pick<MapToLayOut, 'blocks'>,
  boxes: ReadonlyMap<BlockId, Box>,
  above: string | null = null,
): ReadonlyMap<BlockId, PlacedFrame> {
  const ids = [...map.blocks.keys()].filter((id) => boxes.has(id))
  const keys = indexKeysAbove(above, ids.length)
  const frames = new Map<BlockId, PlacedFrame>()
  for (const [at, id] of ids.entries()) {
    const box = boxes.get(id)
    const index = keys[at]
    if (box !== undefined && index !== undefined) frames.set(id, { ...box, index, parentId: '' })
  }
  return frames
}
