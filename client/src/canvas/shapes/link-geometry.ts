/**
 * Where a link runs, from the boxes of its two blocks alone. Pure.
 *
 * - **LG1** It leaves from the right end of the header rule and arrives at the left end, wherever the target lies to
 *   the right; a proof holds what stands above it from below; else each end is the middle of the nearest side.
 * - **LG3** A proof that holds something in its own column from further away swings round the left of what is likely to
 *   stand between: straight through, it would come out between other cards as if it were theirs.
 * - **LG2** It leaves and arrives at right angles to the sides it touches, and every number is finite.
 */
import type { Relation } from '@throughline/shared/schema'
import { HEADER_RULE } from './card-form.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly w: number
  readonly h: number
}

/** A place on a card's edge, and the direction out of the card there. */
export interface End extends Point {
  readonly out: Point
}

export interface Curve {
  readonly start: End
  readonly c1: Point
  readonly c2: Point
  readonly end: End
}

const LEFT: Point = { x: -1, y: 0 }
const RIGHT: Point = { x: 1, y: 0 }
const UP: Point = { x: 0, y: -1 }
const DOWN: Point = { x: 0, y: 1 }

/** A bearing keeps this far from the corners of what it carries. */
const BEARING_ROOM = 24

export const leftOfRule = (box: Box): End => ({ x: box.x, y: box.y + Math.min(HEADER_RULE, box.h / 2), out: LEFT })
export const rightOfRule = (box: Box): End => ({
  x: box.x + box.w,
  y: box.y + Math.min(HEADER_RULE, box.h / 2),
  out: RIGHT,
})
const middleLeft = (box: Box): End => ({ x: box.x, y: box.y + box.h / 2, out: LEFT })
const middleRight = (box: Box): End => ({ x: box.x + box.w, y: box.y + box.h / 2, out: RIGHT })
export const middleTop = (box: Box): End => ({ x: box.x + box.w / 2, y: box.y, out: UP })
export const middleBottom = (box: Box): End => ({ x: box.x + box.w / 2, y: box.y + box.h, out: DOWN })

const right = (box: Box): number => box.x + box.w
const bottom = (box: Box): number => box.y + box.h

function bearing(proof: Box, held: Box): End {
  const room = Math.min(BEARING_ROOM, held.w / 2)
  const x = Math.min(Math.max(proof.x + proof.w / 2, held.x + room), right(held) - room)
  return { x, y: bottom(held), out: DOWN }
}

/** So far apart there is room for another card between. */
const FURTHER = 320
const SWING = 72

/** LG3. */
function isPastOthers(proof: Box, held: Box): boolean {
  const beside = proof.x >= right(held) || right(proof) <= held.x
  return !beside && Math.max(proof.y - bottom(held), held.y - bottom(proof)) > FURTHER
}

/** Also when the card above has grown over the top of the proof: then the link hides behind both. */
function standsUnder(proof: Box, held: Box): boolean {
  const beside = proof.x >= right(held) || right(proof) <= held.x
  return proof.y >= bottom(held) || (!beside && proof.y > held.y && bottom(proof) > bottom(held))
}

function ends(relation: Relation, from: Box, to: Box): readonly [End, End] {
  if (relation === 'supports' && standsUnder(from, to)) return [middleTop(from), bearing(from, to)]
  if (relation !== 'supports' && relation !== 'relates' && to.x >= right(from))
    return [rightOfRule(from), leftOfRule(to)]
  return nearestSides(from, to)
}

function nearestSides(from: Box, to: Box): readonly [End, End] {
  const across = Math.max(to.x - right(from), from.x - right(to))
  const along = Math.max(to.y - bottom(from), from.y - bottom(to))
  if (across >= along)
    return to.x + to.w / 2 >= from.x + from.w / 2
      ? [middleRight(from), middleLeft(to)]
      : [middleLeft(from), middleRight(to)]
  return to.y + to.h / 2 >= from.y + from.h / 2
    ? [middleBottom(from), middleTop(to)]
    : [middleTop(from), middleBottom(to)]
}

const move = (point: Point, by: Point, times: number): Point => ({
  x: point.x + by.x * times,
  y: point.y + by.y * times,
})

/** The curve between two ends: half their distance straight out of each, so that it swings like a slack thread. */
export function curveBetween(start: End, end: End): Curve {
  const across = Math.abs(end.x - start.x)
  const along = Math.abs(end.y - start.y)
  const reach = (out: Point): number =>
    out.x === 0 ? Math.max(along / 2, Math.min(24, across / 2)) : Math.max(across / 2, Math.min(40, along / 2))
  return { start, c1: move(start, start.out, reach(start.out)), c2: move(end, end.out, reach(end.out)), end }
}

/** LG3. */
function swing(start: End, end: End): Curve {
  const x = Math.min(start.x, end.x) - SWING
  return { start, c1: { x, y: start.y }, c2: { x, y: end.y }, end }
}

export function linkCurve(relation: Relation, from: Box, to: Box): Curve {
  if (relation === 'supports' && isPastOthers(from, to)) return swing(middleLeft(from), middleLeft(to))
  const [start, end] = ends(relation, from, to)
  return curveBetween(start, end)
}

/** `t` from 0 (start) to 1 (end). */
export function pointOn({ start, c1, c2, end }: Curve, t: number): Point {
  const s = 1 - t
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
  return {
    x: a * start.x + b * c1.x + c * c2.x + d * end.x,
    y: a * start.y + b * c1.y + c * c2.y + d * end.y,
  }
}

/** How far apart its ends are: what decides whether there is room for a word. */
export const span = ({ start, end }: Curve): number => Math.hypot(end.x - start.x, end.y - start.y)
