/**
 * Links from afar, for the canvas of far cards: each a path in page coordinates, which stands until one of its blocks has
 * moved. Moving the camera only strokes again those that can be seen.
 */
import type { Relation } from '@throughline/shared/schema'
import type { Editor, TLShapeId } from 'tldraw'
import { curveOf } from '../shapes/link-shape.tsx'
import { drawLink } from '../shapes/link-drawing.ts'
import type { Curve } from '../shapes/link-geometry.ts'
import type { LinkShape } from '../shape-types.ts'
import type { Pen } from './far-blank.ts'
import type { FarColours } from './far-colours.ts'
import type { Rect } from './far-frame.ts'
import { stepBelow } from './lod-level.ts'

/** `lit` is pointed at or picked; `traced` is on the line that is shown, `quiet` beside it. In the order of drawing. */
export const TONES = ['quiet', 'plain', 'traced', 'lit'] as const
export type Tone = (typeof TONES)[number]

export interface FarLink {
  readonly relation: Relation
  readonly lines: Path2D
  /** Null where they would not be seen: the line then goes on to the card. */
  readonly marks: Path2D | null
}

/** What a head of a link keeps of its ten pixels on the screen, however small the cards. */
const HEAD = 0.5
/** The least that is left of a line on the screen, and what it has in page units. */
const WEIGHTS: Readonly<Record<Relation, { readonly least: number; readonly page: number }>> = {
  drives: { least: 1.1, page: 1.75 },
  serves: { least: 2.4, page: 4.2 },
  supports: { least: 0.9, page: 1.35 },
  // Dots: what a line adds around them.
  relates: { least: 0, page: 0 },
}
/** Whole, whatever the relation, and to be followed from afar. */
const TRACED = { least: 1.5, page: 2.5 } as const
const INSIDE = 0.45
/** Marks and dots may be so much larger than that: then few zooms need new paths. */
const STEP = 1.5
/** What marks and weights stand out by, in page units. */
const MARGIN = 60
const LIT_MORE = 0.75

interface Kept {
  readonly link: LinkShape
  readonly curve: Curve
  readonly box: Rect
  /** By the scale of their marks: of a zoom to and fro none is made twice. */
  readonly drawn: Map<number, FarLink>
}

const alike = (a: Curve, b: Curve): boolean =>
  (['start', 'c1', 'c2', 'end'] as const).every((point) => a[point].x === b[point].x && a[point].y === b[point].y)

/** A curve lies within the hull of its four points. */
function boxAround({ start, c1, c2, end }: Curve): Rect {
  const xs = [start.x, c1.x, c2.x, end.x]
  const ys = [start.y, c1.y, c2.y, end.y]
  return {
    minX: Math.min(...xs) - MARGIN,
    minY: Math.min(...ys) - MARGIN,
    maxX: Math.max(...xs) + MARGIN,
    maxY: Math.max(...ys) + MARGIN,
  }
}

/** Those that have been drawn once. */
export class FarLinks {
  readonly #editor: Editor
  readonly #kept = new Map<TLShapeId, Kept>()
  /** All shapes of the map as they were when the curves were last asked for. */
  #of: readonly unknown[] | null = null
  #asked = new Set<TLShapeId>()

  constructor(editor: Editor) {
    this.#editor = editor
  }

  /** To be called before others: `all` is another list whenever any shape has changed. */
  refresh(all: readonly unknown[]): void {
    if (this.#of === all) return
    this.#of = all
    for (const id of this.#kept.keys()) if (!this.#asked.has(id)) this.#kept.delete(id)
    this.#asked = new Set()
  }

  /** As it was when it was last asked for, which may be before the last change. */
  lastBoxOf(link: LinkShape): Rect | null {
    return this.#kept.get(link.id)?.box ?? null
  }

  /** Null without one of its blocks. */
  boxOf(link: LinkShape): Rect | null {
    return this.#keep(link)?.box ?? null
  }

  /** `scale` as of `scaleOfMarks`, which is 0 without any. */
  drawn(link: LinkShape, scale: number): FarLink | null {
    const kept = this.#keep(link)
    if (kept === null) return null
    const known = kept.drawn.get(scale)
    if (known !== undefined) return known
    const { relation } = link.props
    const { line, mark } = drawLink(relation, kept.curve, scale)
    const made = { relation, lines: new Path2D(line), marks: scale === 0 ? null : new Path2D(mark) }
    kept.drawn.set(scale, made)
    return made
  }

  #keep(link: LinkShape): Kept | null {
    const known = this.#kept.get(link.id)
    if (this.#asked.has(link.id) && known?.link === link) return known
    this.#asked.add(link.id)
    const curve = curveOf(this.#editor, link)
    if (curve === null) {
      this.#kept.delete(link.id)
      return null
    }
    if (known?.link === link && alike(known.curve, curve)) return known
    const made = { link, curve, box: boxAround(curve), drawn: new Map<number, FarLink>() }
    this.#kept.set(link.id, made)
    return made
  }
}

/** How much larger marks and dots are than on the page, so that they can be seen; plates have none, but dots. */
export function scaleOfMarks(relation: Relation, level: 0 | 1 | 2, zoom: number): number {
  if (level === 2 && relation !== 'relates') return 0
  return level === 0 ? 1 : Math.max(1, HEAD / stepBelow(zoom, STEP))
}

export interface LinkLook {
  readonly tone: Tone
  readonly colours: FarColours
  readonly zoom: number
}

/** The pen stands at the page's origin, in page units at this zoom. */
export function drawFarLink(pen: Pen, { relation, lines, marks }: FarLink, look: LinkLook): void {
  const { tone, zoom } = look
  const { links, page: paper, thread } = look.colours
  const colour = { plain: links.ink, lit: links.lit, quiet: links.quiet, traced: thread }[tone]
  const { least, page } = tone === 'traced' ? TRACED : WEIGHTS[relation]
  const width = Math.max(least / zoom, page) + (tone === 'lit' ? LIT_MORE / zoom : 0)
  pen.strokeStyle = colour
  pen.fillStyle = colour
  pen.lineWidth = width
  if (relation === 'relates') pen.fill(lines)
  if (width > 0) pen.stroke(lines)
  if (relation === 'serves') {
    pen.strokeStyle = paper
    pen.lineWidth = width * INSIDE
    if (tone !== 'traced') pen.stroke(lines)
    pen.strokeStyle = colour
    pen.lineWidth = Math.max(1 / zoom, 1.35)
    if (marks !== null) pen.stroke(marks)
  } else if (marks !== null) pen.fill(marks)
}
