/** A link's lines as SVG paths, in page units: the line itself and the mark at its end (look.md, "Links"). Pure. */
import type { Relation } from '@throughline/shared/schema'
import { pointOn, span, type Curve, type End, type Point } from './link-geometry.ts'

export interface LinkDrawing {
  /** To be stroked, but for `relates`, where it is dots to be filled. */
  readonly line: string
  /** Filled for `drives` and `supports`, dots for `relates`, open for `serves`. */
  readonly mark: string
  readonly middle: Point
  /** Whether a word fits between its ends. */
  readonly hasRoom: boolean
}

/** Shorter than this a label would hide the whole link. */
const LABEL_ROOM = 30

/** A tenth of a unit: finer is invisible. */
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

function dot({ x, y }: Point, radius: number): string {
  const r = n(radius)
  return `M${n(x - r)} ${n(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
}

const DOT = { radius: 1.1, every: 5 } as const
/** More would not be told from a line; and nobody is to make a link cost more than a map. */
const MOST_DOTS = 300
/** Straight pieces of a curve, for its length. */
const PIECES = 32

/**
 * Dots as shapes of their own. As a dash pattern the browser finds their places anew whenever a tile of the screen is
 * drawn: forty dotted links took 55 ms of every frame that moved.
 */
function dots(curve: Curve, scale: number): string {
  const points = Array.from({ length: PIECES + 1 }, (_, at) => pointOn(curve, at / PIECES))
  const lengths = points.map((point, at) => {
    const before = points[at - 1] ?? point
    return Math.hypot(point.x - before.x, point.y - before.y)
  })
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  const every = Math.max(DOT.every * scale, whole / MOST_DOTS)
  const drawn: string[] = []
  let next = 0
  let passed = 0
  for (const [at, point] of points.entries()) {
    const length = lengths[at] ?? 0
    const before = points[at - 1] ?? point
    for (; next <= passed + length; next += every) {
      const share = length === 0 ? 0 : (next - passed) / length
      const x = before.x + (point.x - before.x) * share
      drawn.push(dot({ x, y: before.y + (point.y - before.y) * share }, DOT.radius * scale))
    }
    passed += length
  }
  return drawn.join('')
}

function markAt(relation: Relation, { start, end }: Curve, scale: number): string {
  const by = (back: number, side: number): string => at(beside(end, back * scale, side * scale))
  switch (relation) {
    case 'drives':
      return `M${at(end)}L${by(10, 5)}L${by(10, -5)}Z`
    case 'serves':
      return `M${by(8, 5)}L${at(end)}L${by(8, -5)}`
    case 'supports':
      return `M${by(1, 11)}L${by(4.25, 11)}L${by(4.25, -11)}L${by(1, -11)}Z`
    case 'relates':
      return dot(start, 3 * scale) + dot(end, 3 * scale)
  }
}

/** `scale` enlarges marks and dots, for when the map is seen from afar. */
export function drawLink(relation: Relation, curve: Curve, scale = 1): LinkDrawing {
  return {
    line: relation === 'relates' ? dots(curve, scale) : curvePath(curve, STOPS[relation] * scale),
    mark: markAt(relation, curve, scale),
    middle: pointOn(curve, 0.5),
    hasRoom: span(curve) >= LABEL_ROOM,
  }
}
