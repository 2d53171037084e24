/**
 * Where blocks stand on the page. A block that lies on a drawn frame or group keeps its place relative to that; a map
 * file knows no drawing and wants page units.
 */
import type { Block, BlockId, Frame, PositioningMap } from '../schema/index.ts'
import { readKeyed } from './keyed-array.ts'
import type { MapDoc } from './map-doc.ts'

/** Frames within frames within frames; deeper is a peer's cycle. */
const MAX_DEPTH = 20

/** Blocks without a frame are left out. */
export function pageFramesOf(doc: MapDoc, map: PositioningMap): ReadonlyMap<BlockId, Frame> {
  return pageFrames(map, readKeyed(doc.drawing).values)
}

/** The same for a map that is no document: `drawing` by key, as the document holds it. */
export function pageFrames(map: PositioningMap, drawing: ReadonlyMap<string, unknown>): ReadonlyMap<BlockId, Frame> {
  const placed = [...map.blocks.values()].flatMap((block) => {
    const frame = onPage(block, drawing)
    return frame === null ? [] : [[block.id, frame] as const]
  })
  return new Map(placed)
}

function onPage({ frame }: Block, drawing: ReadonlyMap<string, unknown>): Frame | null {
  if (frame === null) return null
  let { x, y, parentId } = frame
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const parent = drawing.get(parentId)
    if (typeof parent !== 'object' || parent === null) break
    const { x: left, y: top, rotation, parentId: next } = parent as Record<string, unknown>
    const turn = finite(rotation)
    ;[x, y] = [
      finite(left) + x * Math.cos(turn) - y * Math.sin(turn),
      finite(top) + x * Math.sin(turn) + y * Math.cos(turn),
    ]
    parentId = typeof next === 'string' ? next : ''
  }
  return { x, y, w: frame.w, h: frame.h }
}

function finite(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}
