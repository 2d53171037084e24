/**
 * One card as it looks from afar, on a canvas in screen pixels: tiny with its sign and first words, or a plate with its
 * sign (look.md, "Levels of detail").
 */
import type { BlockKind } from '@throughline/shared/schema'
import type { ShownStatus } from '../../ui/StatusGlyph.tsx'
import { audienceRadius, FOLD } from '../shapes/card-form.ts'
import type { FarColours, KindColours } from './far-colours.ts'
import { readsFromRight, wrapWords } from './wrap-words.ts'

export interface FarCard {
  readonly kind: BlockKind
  readonly statement: string
  readonly status: ShownStatus
  /** Of whoever is writing in it, as an index into the presence colours. */
  readonly writer: number | null
  /** Whether a trace runs through it; null while nothing is traced. */
  readonly onLine: boolean | null
  /** Page units. */
  readonly w: number
  readonly h: number
}

export interface FarLook {
  readonly colours: FarColours
  readonly plates: boolean
  readonly signs: boolean
  readonly zoom: number
  /** The zoom that words are wrapped for: at or a little below the real one, so that a zoom seldom wraps anew. */
  readonly step: number
}

const LETTERS = 11
const LINE = 12
const MOST_LINES = 3
/** Screen pixels around the words: the sign stands at their left. */
const WORDS = { left: 19, top: 4, right: 3 } as const
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

type Pen = CanvasRenderingContext2D

function traceForm(pen: Pen, { kind, w, h }: FarCard, zoom: number): void {
  const [width, height] = [w * zoom, h * zoom]
  pen.beginPath()
  if (kind === 'audience') pen.roundRect(0, 0, width, height, audienceRadius(h) * zoom)
  else if (kind === 'proof') {
    pen.moveTo(0, 0)
    pen.lineTo(width - FOLD * zoom, 0)
    pen.lineTo(width, FOLD * zoom)
    pen.lineTo(width, height)
    pen.lineTo(0, height)
    pen.closePath()
  } else pen.rect(0, 0, width, height)
}

/** A traced card has the line around it, since nobody could see it run through; all others step back by their ink. */
function coloursOf({ kind, onLine }: FarCard, { colours: { kinds, thread, quiet, page } }: FarLook): KindColours {
  const own = kinds[kind]
  if (onLine === null) return own
  if (onLine) return { ...own, edge: thread }
  const label = kind === 'purpose' ? quiet : own.label
  return { ...own, paper: page, plate: page, words: quiet, label, sign: label, base: own.edge }
}

/** The canvas stands at the card's top left corner. */
export function drawFarCard(pen: Pen, card: FarCard, look: FarLook): void {
  const colours = coloursOf(card, look)
  traceForm(pen, card, look.zoom)
  if (card.writer !== null) {
    pen.strokeStyle = look.colours.people[card.writer] ?? colours.edge
    pen.lineWidth = 6
    pen.stroke()
  }
  pen.fillStyle = look.plates ? colours.plate : colours.paper
  pen.fill()
  pen.strokeStyle = colours.edge
  pen.lineWidth = card.onLine === true ? 2.5 : 1
  const isDraft = card.status === 'draft' && !look.plates
  if (isDraft) pen.setLineDash([3, 2.5])
  pen.stroke()
  if (isDraft) pen.setLineDash([])
  if (look.plates) drawPlateSign(pen, card, colours, look)
  else drawTiny(pen, card, colours, look)
}

function drawPlateSign(pen: Pen, card: FarCard, colours: KindColours, { zoom, signs: shown }: FarLook): void {
  if (!shown) return
  const side = Math.min(LETTERS, card.h * zoom * 0.72)
  drawSign(pen, card.kind, colours.sign, { x: (card.w * zoom - side) / 2, y: (card.h * zoom - side) / 2, side })
}

function drawSign(
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

function drawTiny(pen: Pen, card: FarCard, colours: KindColours, look: FarLook): void {
  const [width, height] = [card.w * look.zoom, card.h * look.zoom]
  drawBase(pen, card, colours, { width, height })
  drawSign(pen, card.kind, colours.label, { x: SIGN.left, y: SIGN.top, side: LETTERS })
  const lines = tinyWords(pen, card, look)
  pen.fillStyle = colours.words
  // Words grow with the card between two steps.
  const by = look.zoom / look.step
  pen.save()
  pen.scale(by, by)
  const fromRight = readsFromRight(card.statement)
  pen.direction = fromRight ? 'rtl' : 'ltr'
  const x = fromRight ? width / by - WORDS.right : WORDS.left
  for (const [at, line] of lines.entries()) pen.fillText(line, x, WORDS.top + at * LINE + LETTERS - 1)
  pen.restore()
}

function drawBase(
  pen: Pen,
  { kind, status, h }: FarCard,
  { base }: KindColours,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  if (status !== 'agreed' && status !== 'changed-since') return
  const inset = kind === 'audience' ? (audienceRadius(h) / h) * height : kind === 'purpose' ? 2 : 0
  pen.strokeStyle = base
  pen.lineWidth = kind === 'purpose' ? 1 : 2
  if (status === 'changed-since') pen.setLineDash([8, 4])
  pen.beginPath()
  pen.moveTo(inset, height - (kind === 'purpose' ? 2.5 : 1))
  pen.lineTo(width - inset, height - (kind === 'purpose' ? 2.5 : 1))
  pen.stroke()
  pen.setLineDash([])
}

/** Enough for every card of a large map at a few zooms. */
const MOST_KEPT = 8_000
const wrapped = new Map<string, readonly string[]>()
const widths = new Map<string, number>()

/** To be called when the font of these words has arrived. */
export function forgetWords(): void {
  wrapped.clear()
  widths.clear()
}

function tinyWords(pen: Pen, { statement, w, h }: FarCard, { step }: FarLook): readonly string[] {
  const width = Math.round(w * step) - WORDS.left - WORDS.right
  const lines = Math.max(1, Math.min(MOST_LINES, Math.floor((h * step - WORDS.top) / LINE)))
  if (width < LETTERS || statement === '') return []
  const key = `${width} ${lines} ${statement}`
  const known = wrapped.get(key)
  if (known !== undefined) return known
  if (wrapped.size >= MOST_KEPT) forgetWords()
  // A long statement never has more than its beginning on a tiny card.
  const made = wrapWords(statement.slice(0, 300), { width, lines }, (text) => widthOf(pen, text))
  wrapped.set(key, made)
  return made
}

function widthOf(pen: Pen, text: string): number {
  const known = widths.get(text)
  if (known !== undefined) return known
  const width = pen.measureText(text).width
  if (text.length < 24) widths.set(text, width)
  return width
}

/** What all cards of one drawing have in common. */
export function prepare(pen: Pen, { colours }: FarLook): void {
  pen.font = `450 ${LETTERS}px ${colours.sans}`
  pen.textAlign = 'start'
  pen.textBaseline = 'alphabetic'
  pen.lineCap = 'butt'
  pen.lineJoin = 'miter'
}
