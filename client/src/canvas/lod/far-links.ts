/**
 * Links from afar, for the canvas of far cards: all of one look as one path in page coordinates, which stands until a
 * block or a link changes. Moving the camera only strokes it again.
 */
import { RELATIONS, type Relation } from '@throughline/shared/schema'
import { computed, type Computed, type Editor } from 'tldraw'
import { curveOf } from '../shapes/link-shape.tsx'
import { drawLink } from '../shapes/link-drawing.ts'
import { linkIdOf } from '../shape-ids.ts'
import { isLinkShape, type LinkShape } from '../shape-types.ts'
import { elementsOf } from './elements.ts'
import { isLinkOnLine, shownTrace } from '../trace/shown-trace.ts'
import type { FarColours } from './far-colours.ts'
import { stepBelow } from './lod-level.ts'
import { lodOf } from './watch-lod.ts'

/** `lit` is pointed at or picked; `traced` is on the line that is shown, `quiet` beside it. */
type Tone = 'plain' | 'lit' | 'traced' | 'quiet'
const TONES: readonly Tone[] = ['quiet', 'plain', 'traced', 'lit']

export interface FarLinks {
  readonly relation: Relation
  readonly tone: Tone
  readonly lines: Path2D
  readonly marks: Path2D
  /** Around all of them, in page units. */
  readonly box: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
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

interface Size {
  /** Of marks and dots, in times of their page size. */
  readonly scale: number
  readonly marks: boolean
}

function pathsOf(editor: Editor, links: readonly LinkShape[], size: Size): Omit<FarLinks, 'relation' | 'tone'> {
  const lines: string[] = []
  const marks: string[] = []
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  for (const link of links) {
    const curve = curveOf(editor, link)
    if (curve === null) continue
    // A curve lies within the hull of these.
    for (const { x, y } of [curve.start, curve.c1, curve.c2, curve.end]) {
      box.minX = Math.min(box.minX, x - MARGIN)
      box.minY = Math.min(box.minY, y - MARGIN)
      box.maxX = Math.max(box.maxX, x + MARGIN)
      box.maxY = Math.max(box.maxY, y + MARGIN)
    }
    const drawing = drawLink(link.props.relation, curve, size.scale)
    lines.push(drawing.line)
    if (size.marks) marks.push(drawing.mark)
  }
  return { lines: new Path2D(lines.join('')), marks: new Path2D(marks.join('')), box }
}

/** One and the same, so that nothing is drawn anew. */
const NONE: readonly FarLinks[] = []

/** Links without an element to be seen: all of the map from afar, else those on the screen. */
export function farLinks(editor: Editor): Computed<readonly FarLinks[]> {
  const level = computed('level of far links', () => lodOf(editor).get().level)
  const scale = computed('scale of far links', () =>
    level.get() === 0 ? 1 : Math.max(1, HEAD / stepBelow(editor.getZoomLevel(), STEP)),
  )
  const lit = computed('lit links', () =>
    [editor.getHoveredShapeId(), ...editor.getSelectedShapeIds()].filter((id) => id && linkIdOf(id) !== null).join(),
  )
  return computed('far links', () => {
    const { made } = elementsOf(editor)
    const isNear = level.get() === 0
    const culled = isNear ? editor.getCulledShapes() : null
    const links = editor
      .getCurrentPageShapes()
      .filter(isLinkShape)
      .filter(({ id }) => culled === null || !(made.has(id) || culled.has(id)))
    if (links.length === 0) return NONE
    const size: Size = { scale: scale.get(), marks: level.get() < 2 }
    const litIds = new Set(lit.get().split(','))
    const toneOf = ({ id }: LinkShape): Tone => {
      if (litIds.has(id)) return 'lit'
      if (shownTrace(editor).get() === null) return 'plain'
      return isLinkOnLine(editor, linkIdOf(id)) ? 'traced' : 'quiet'
    }
    return TONES.flatMap((tone) => {
      const ofTone = links.filter((link) => toneOf(link) === tone)
      return RELATIONS.flatMap((relation) => {
        const alike = ofTone.filter(({ props }) => props.relation === relation)
        return alike.length === 0 ? [] : [{ relation, tone, ...pathsOf(editor, alike, size) }]
      })
    })
  })
}

/** The canvas stands at the page's origin, in page units at this zoom. */
export function drawFarLinks(
  pen: CanvasRenderingContext2D,
  { relation, tone, lines, marks }: FarLinks,
  { links, page: paper, thread }: FarColours,
  zoom: number,
): void {
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
    pen.stroke(marks)
  } else pen.fill(marks)
}
