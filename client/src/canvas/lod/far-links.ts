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
  readonly marks: Path2D
  /** Around it, in page units. */
  readonly box: Rect
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
  readonly scale: number
  readonly drawn: FarLink
}

const alike = (a: Curve, b: Curve): boolean =>
  (['start', 'c1', 'c2', 'end'] as const).every((point) => a[point].x === b[point].x && a[point].y === b[point].y)

function draw({ props: { relation } }: LinkShape, curve: Curve, scale: number): FarLink {
  const { line, mark } = drawLink(relation, curve, scale)
  // A curve lies within the hull of these.
  const xs = [curve.start.x, curve.c1.x, curve.c2.x, curve.end.x]
  const ys = [curve.start.y, curve.c1.y, curve.c2.y, curve.end.y]
  const box = {
    minX: Math.min(...xs) - MARGIN,
    minY: Math.min(...ys) - MARGIN,
    maxX: Math.max(...xs) + MARGIN,
    maxY: Math.max(...ys) + MARGIN,
  }
  return { relation, lines: new Path2D(line), marks: new Path2D(mark), box }
}

/** Those that have been drawn once. */
export class FarLinks {
  readonly #editor: Editor
  readonly #kept = new Map<TLShapeId, Kept>()
  /** All shapes of the map as they were when the curves were last asked for. */
  #of: readonly unknown[] | null = null

  constructor(editor: Editor) {
    this.#editor = editor
  }

  /** `all` is another list whenever any shape has changed. Links without one of their blocks are left out. */
  drawn(links: readonly LinkShape[], all: readonly unknown[], scale: number): readonly FarLink[] {
    const isNews = this.#of !== all
    if (isNews && this.#kept.size > 2 * links.length) this.#kept.clear()
    this.#of = all
    return links.flatMap((link) => {
      const known = this.#kept.get(link.id)
      if (!isNews && known?.link === link && known.scale === scale) return [known.drawn]
      const curve = curveOf(this.#editor, link)
      if (curve === null) return []
      const isSame = known?.link === link && known.scale === scale && alike(known.curve, curve)
      const drawn = isSame ? known.drawn : draw(link, curve, scale)
      this.#kept.set(link.id, { link, curve, scale, drawn })
      return [drawn]
    })
  }
}

/** How much larger marks and dots are than on the page, so that they can be seen. */
export const scaleOfMarks = (level: 0 | 1 | 2, zoom: number): number =>
  level === 0 ? 1 : Math.max(1, HEAD / stepBelow(zoom, STEP))

export interface LinkLook {
  readonly tone: Tone
  readonly marks: boolean
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
    if (look.marks) pen.stroke(marks)
  } else if (look.marks) pen.fill(marks)
}
