/** A group of cards set beside what a map holds already. */
import type { BlockId, PlacedFrame, PositioningMap } from '../schema/index.ts'
import { boundsOf, type Box } from './geometry.ts'
import { framed } from './framed.ts'

/** Between what was there and what comes. */
const APART = 240

/** Moves the group, as it is, to the right of what exists or below it: whichever leaves the whole nearer to a screen's shape. */
export function placeBeside(
  existing: Pick<PositioningMap, 'blocks'>,
  added: Pick<PositioningMap, 'blocks'>,
  group: ReadonlyMap<BlockId, PlacedFrame>,
): ReadonlyMap<BlockId, PlacedFrame> {
  const frames = [...existing.blocks.values()].flatMap(({ frame }) => (frame === null ? [] : [frame]))
  const bounds = boundsOf(frames.filter(({ parentId }) => parentId === ''))
  const own = boundsOf(group.values())
  if (bounds === null || own === null) return group
  const right = { dx: bounds.x + bounds.w + APART - own.x, dy: bounds.y - own.y }
  const below = { dx: bounds.x - own.x, dy: bounds.y + bounds.h + APART - own.y }
  const beside = distanceFromScreen(bounds.w + APART + own.w, Math.max(bounds.h, own.h))
  const under = distanceFromScreen(Math.max(bounds.w, own.w), bounds.h + APART + own.h)
  const { dx, dy } = beside <= under ? right : below
  const moved = new Map<BlockId, Box>([...group].map(([id, { x, y, w, h }]) => [id, { x: x + dx, y: y + dy, w, h }]))
  return framed(added, moved, highestIndex(existing))
}

/** How far from 16:10, in either direction. */
function distanceFromScreen(w: number, h: number): number {
  return Math.abs(Math.log(w / h / 1.6))
}

/** The key of the topmost card; null for none. */
export function highestIndex({ blocks }: Pick<PositioningMap, 'blocks'>): string | null {
  let highest: string | null = null
  for (const { frame } of blocks.values()) {
    if (frame !== null && (highest === null || frame.index > highest)) highest = frame.index
  }
  return highest
}
