/** Where a picture goes that nobody has pointed a place for: the middle of the screen, or the nearest free spot on it. */
import type { Box, Point } from '../shapes/link-geometry.ts'

const STEP = 40
/** Kept between a picture and what lies around it. */
const AIR = 20

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w + AIR && b.x < a.x + a.w + AIR && a.y < b.y + b.h + AIR && b.y < a.y + a.h + AIR

/** So many steps to each side of the middle. */
function steps(room: number, step: number): readonly number[] {
  const many = Math.max(0, Math.floor(room / 2 / step))
  return Array.from({ length: many * 2 + 1 }, (_, n) => (n - many) * step)
}

/** The middle of the free spot; that of the view when there is none. Never looks at more than some thousand spots. */
export function freeMiddle(view: Box, size: { readonly w: number; readonly h: number }, others: readonly Box[]): Point {
  const middle = { x: view.x + view.w / 2, y: view.y + view.h / 2 }
  const near = others.filter((other) => overlaps(other, view))
  const step = Math.max(STEP, view.w / 60, view.h / 60)
  const spots = steps(view.w - size.w, step).flatMap((x) => steps(view.h - size.h, step).map((y) => ({ x, y })))
  const nearest = spots.toSorted((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))
  const isFree = ({ x, y }: Point) => {
    const box = { x: middle.x + x - size.w / 2, y: middle.y + y - size.h / 2, ...size }
    return near.every((other) => !overlaps(box, other))
  }
  const free = nearest.find(isFree) ?? { x: 0, y: 0 }
  return { x: middle.x + free.x, y: middle.y + free.y }
}
