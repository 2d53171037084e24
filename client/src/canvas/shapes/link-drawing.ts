/** A link's lines as SVG paths, in page units: the line itself and the mark at its end (look.md, "Links"). Pure. */
import type { Relation } from '@throughline/shared/schema'
import { pointOn, span, type Curve, type End, type Point } from './link-geometry.ts'

export interface LinkDrawing {
  readonly line: string
  /** Filled for `drives` and `supports`, dots for `relates`, open for `serves`. */
  readonly mark: string
  readonly middle: Point
  /** Whether a word fits between its ends. */
  readonly hasRoom: boolean
}

/** Shorter than this a label would hide the whole link. */
const LABEL_ROOM = 30

const n = (value: number): number => Math.round(value * 10) / 10
const at = ({ x, y }: Point): string => `${n(x)} ${n(y)}`

/** `back` out of the card from an end, `side` to its left. */
function beside({ x, y, out }: End, back: number, side: number): Point {
  return { x: x + out.x * back - out.y * side, y: y + out.y * back + out.x * side }
}

/** How far before the card's edge the line itself stops, so that it never shows through its mark. */
const STOPS: Record<Relation, number> = { drives: 8, serves: 1, supports: 2.5, relates: 0 }

function curvePath({ start, c1, c2, end }: Curve, stop: number): string {
  return `M${at(start)}C${at(c1)} ${at(c2)} ${at(beside(end, stop, 0))}`
}

function dot({ x, y }: Point): string {
  return `M${n(x - 3)} ${n(y)}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0Z`
}

function markAt(relation: Relation, { start, end }: Curve): string {
  switch (relation) {
    case 'drives':
      return `M${at(end)}L${at(beside(end, 10, 5))}L${at(beside(end, 10, -5))}Z`
    case 'serves':
      return `M${at(beside(end, 8, 5))}L${at(end)}L${at(beside(end, 8, -5))}`
    case 'supports':
      return `M${at(beside(end, 1, 11))}L${at(beside(end, 4.25, 11))}L${at(beside(end, 4.25, -11))}L${at(beside(end, 1, -11))}Z`
    case 'relates':
      return dot(start) + dot(end)
  }
}

export function drawLink(relation: Relation, curve: Curve): LinkDrawing {
  return {
    line: curvePath(curve, STOPS[relation]),
    mark: markAt(relation, curve),
    middle: pointOn(curve, 0.5),
    hasRoom: span(curve) >= LABEL_ROOM,
  }
}
