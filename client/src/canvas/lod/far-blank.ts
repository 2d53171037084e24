/**
 * A card from afar without its words: paper, edge and sign, and the line that what is agreed stands on. In screen pixels
 * from the card's top left corner; half of a line around it lies outside.
 */
import type { BlockKind } from '@throughline/shared/schema'
import type { ShownStatus } from '../../ui/StatusGlyph.tsx'
import { FOLD } from '../shapes/card-form.ts'
import type { KindColours } from './far-colours.ts'
import { LETTERS } from './far-words.ts'

/** All that two cards without words can differ in. */
export interface FarBlank {
  readonly kind: BlockKind
  readonly status: ShownStatus
  /** Whether a trace runs through it; null while nothing is traced. */
  readonly onLine: boolean | null
  /** The colour around it of whoever is writing in it. */
  readonly writer: string | null
  readonly colours: KindColours
  readonly w: number
  readonly h: number
  readonly zoom: number
  /** Of the round corners of an audience. */
  readonly radius: number
  readonly plate: boolean
  readonly sign: boolean
}

/** What lies outside its edge at most. */
export const OUTSIDE = 4
const SIGN = { left: 5, top: 4.5 } as const

/** The signs of `KindGlyph.tsx`, on 16 × 16: what is filled, and what is drawn as a line. */
const SIGNS: Readonly<Record<BlockKind, { readonly filled: string; readonly lines: string }>> = {
  purpose: {
    filled: 'M10.25 8a2.25 2.25 0 1 1-4.5 0a2.25 2.25 0 1 1 4.5 0Z',
    lines: 'M14 8a6 6 0 1 1-12 0a6 6 0 1 1 12 0Z',
  },
  value: { filled: 'M8 1.75V14.25L1.75 8Z', lines: 'M8 1.75 14.25 8 8 14.25 1.75 8Z' },
  audience: { filled: 'M9.5 8a4 4 0 1 1-8 0a4 4 0 1 1 8 0Z', lines: 'M14.5 8a4 4 0 1 1-8 0a4 4 0 1 1 8 0Z' },
  proof: { filled: '', lines: 'M8 2 14 12.5H2ZM1.25 14.5H14.75' },
}

type Signs = Readonly<Record<BlockKind, { readonly filled: Path2D; readonly lines: Path2D }>>
let signs: Signs | null = null

function signOf(kind: BlockKind): Signs[BlockKind] {
  const made = ({ filled, lines }: (typeof SIGNS)[BlockKind]) => ({
    filled: new Path2D(filled),
    lines: new Path2D(lines),
  })
  signs ??= {
    purpose: made(SIGNS.purpose),
    value: made(SIGNS.value),
    audience: made(SIGNS.audience),
    proof: made(SIGNS.proof),
  }
  return signs[kind]
}

/** Of a sheet that nobody sees, or of what is seen. */
export type Pen = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D

function traceForm(pen: Pen, { kind, w, h, zoom, radius }: FarBlank, inset: number): void {
  const [right, bottom] = [w - inset, h - inset]
  pen.beginPath()
  if (kind === 'audience') pen.roundRect(inset, inset, right - inset, bottom - inset, radius)
  else if (kind === 'proof') {
    pen.moveTo(inset, inset)
    pen.lineTo(right - FOLD * zoom, inset)
    pen.lineTo(right, inset + FOLD * zoom)
    pen.lineTo(right, bottom)
    pen.lineTo(inset, bottom)
    pen.closePath()
  } else pen.rect(inset, inset, right - inset, bottom - inset)
}

/** `ratio`: device pixels of a screen pixel. */
export function drawBlank(pen: Pen, blank: FarBlank, ratio: number): void {
  const { colours, status, plate, writer, onLine } = blank
  if (writer !== null) {
    traceForm(pen, blank, 0)
    pen.strokeStyle = writer
    pen.lineWidth = 6
    pen.stroke()
  }
  // A line of an odd number of device pixels is sharp between two of them.
  traceForm(pen, blank, onLine !== true && Math.round(ratio) % 2 === 1 ? 0.5 / ratio : 0)
  pen.fillStyle = plate ? colours.plate : colours.paper
  pen.fill()
  pen.strokeStyle = colours.edge
  pen.lineWidth = onLine === true ? 2.5 : 1
  const isDraft = status === 'draft' && !plate
  if (isDraft) pen.setLineDash([3, 2.5])
  pen.stroke()
  if (isDraft) pen.setLineDash([])
  if (plate) drawPlateSign(pen, blank)
  else {
    drawBase(pen, blank)
    drawSign(pen, blank.kind, colours.label, { x: SIGN.left, y: SIGN.top, side: LETTERS })
  }
}

function drawPlateSign(pen: Pen, { kind, sign, colours, w, h }: FarBlank): void {
  if (!sign) return
  const side = Math.min(LETTERS, h * 0.72)
  drawSign(pen, kind, colours.sign, { x: (w - side) / 2, y: (h - side) / 2, side })
}

export function drawSign(
  pen: Pen,
  kind: BlockKind,
  colour: string,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const { filled, lines } = signOf(kind)
  pen.save()
  pen.translate(x, y)
  pen.scale(side / 16, side / 16)
  pen.fillStyle = colour
  pen.strokeStyle = colour
  pen.lineWidth = 1.5
  pen.fill(filled)
  pen.stroke(lines)
  pen.restore()
}

function drawBase(pen: Pen, { kind, status, radius, colours: { base }, w, h }: FarBlank): void {
  if (status !== 'agreed' && status !== 'changed-since') return
  const inset = kind === 'audience' ? radius : kind === 'purpose' ? 2 : 0
  const y = h - (kind === 'purpose' ? 2.5 : 1)
  pen.strokeStyle = base
  pen.lineWidth = kind === 'purpose' ? 1 : 2
  if (status === 'changed-since') pen.setLineDash([8, 4])
  pen.beginPath()
  pen.moveTo(inset, y)
  pen.lineTo(w - inset, y)
  pen.stroke()
  pen.setLineDash([])
}
