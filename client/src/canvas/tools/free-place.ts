/** Room for a new card: where it was asked for, or as near as it does not lie on another one. Pure. */
import type { Box, Point } from '../shapes/link-geometry.ts'

/** How far a card steps aside from one that lies exactly where it would. */
const STEP = 24

const covers = (a: Box, b: Box): boolean => Math.abs(a.x - b.x) < STEP && Math.abs(a.y - b.y) < STEP

/** Steps down and to the right until no other card's corner hides under its own. */
export function besideOthers(box: Box, others: readonly Box[]): Box {
  let at = box
  while (others.some((other) => covers(at, other))) at = { ...at, x: at.x + STEP, y: at.y + STEP }
  return at
}

export function centredAt({ x, y }: Point, { w, h }: { readonly w: number; readonly h: number }): Box {
  return { x: x - w / 2, y: y - h / 2, w, h }
}

/** The box of a drag between two corners, never under the smallest size; it grows away from where the drag began. */
export function dragged(from: Point, to: Point, min: { readonly w: number; readonly h: number }): Box {
  const w = Math.max(min.w, Math.abs(to.x - from.x))
  const h = Math.max(min.h, Math.abs(to.y - from.y))
  return { x: to.x < from.x ? from.x - w : from.x, y: to.y < from.y ? from.y - h : from.y, w, h }
}
