/** Room for a new card: where it was asked for, or as near as it does not lie on another one. Pure. */
import type { Box, Point } from '../shapes/link-geometry.ts'
import type { Side } from './pull-state.ts'

/** How far a card steps aside from one that lies exactly where it would. */
const STEP = 24
/** The room between a card and the next of its argument. */
const ACROSS = 120
const BELOW = 44

const covers = (a: Box, b: Box): boolean => Math.abs(a.x - b.x) < STEP && Math.abs(a.y - b.y) < STEP
const overlaps = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/** Steps down and to the right until no other card's corner hides under its own. */
export function besideOthers(box: Box, others: readonly Box[]): Box {
  let at = box
  while (others.some((other) => covers(at, other))) at = { ...at, x: at.x + STEP, y: at.y + STEP }
  return at
}

export function centredAt({ x, y }: Point, { w, h }: { readonly w: number; readonly h: number }): Box {
  return { x: x - w / 2, y: y - h / 2, w, h }
}

/** The first free place on a side of a card: straight out, then further along until nothing lies there. */
export function nextTo(
  from: Box,
  side: Side,
  size: { readonly w: number; readonly h: number },
  others: readonly Box[],
): Box {
  const along = side === 'left' || side === 'right' ? { x: 0, y: 1 } : { x: 1, y: 0 }
  const start: Record<Side, Point> = {
    left: { x: from.x - ACROSS - size.w, y: from.y },
    right: { x: from.x + from.w + ACROSS, y: from.y },
    top: { x: from.x, y: from.y - BELOW - size.h },
    bottom: { x: from.x, y: from.y + from.h + BELOW },
  }
  let at: Box = { ...start[side], ...size }
  // Every step passes at least one card, so it comes to an end.
  for (let tries = 0; tries <= others.length; tries += 1) {
    const here = at
    const hit = others.find((other) => overlaps(here, other))
    if (hit === undefined) return at
    at = { ...at, x: along.x === 0 ? at.x : hit.x + hit.w + STEP, y: along.y === 0 ? at.y : hit.y + hit.h + BELOW }
  }
  return at
}

/** The box of a drag between two corners, never under the smallest size; it grows away from where the drag began. */
export function dragged(from: Point, to: Point, min: { readonly w: number; readonly h: number }): Box {
  const w = Math.max(min.w, Math.abs(to.x - from.x))
  const h = Math.max(min.h, Math.abs(to.y - from.y))
  return { x: to.x < from.x ? from.x - w : from.x, y: to.y < from.y ? from.y - h : from.y, w, h }
}
