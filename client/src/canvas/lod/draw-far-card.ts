/**
 * One card as it looks from afar, on a canvas in screen pixels: as its element, tiny with its sign and first words, or a
 * plate with its sign (look.md, "Levels of detail").
 */
import type { BlockKind } from '@throughline/shared/schema'
import type { ShownStatus } from '../../ui/StatusGlyph.tsx'
import { audienceRadius } from '../shapes/card-form.ts'
import type { Pen } from './far-blank.ts'
import type { FarColours, KindColours } from './far-colours.ts'
import { drawNearCard } from './draw-near-card.ts'
import type { FarType } from './far-type.ts'
import type { FarStamps } from './far-stamps.ts'
import { AROUND, LETTERS, LINE, tinyWords } from './far-words.ts'

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
  /** Whether words are large enough to be read as they are. */
  readonly near: boolean
  readonly type: FarType
  readonly signs: boolean
  readonly zoom: number
  /** Device pixels of a screen pixel. */
  readonly ratio: number
  readonly stamps: FarStamps
}

/** A traced card has the line around it, since nobody could see it run through; all others step back by their ink. */
function coloursOf({ kind, onLine }: FarCard, { colours: { kinds, thread, quiet, page } }: FarLook): KindColours {
  const own = kinds[kind]
  if (onLine === null) return own
  if (onLine) return { ...own, edge: thread }
  const label = kind === 'purpose' ? quiet : own.label
  return { ...own, paper: page, plate: page, words: quiet, words2: quiet, label, sign: label, base: own.edge }
}

/** The pen stands at the card's top left corner, on a whole device pixel: its sides are then sharp. */
export function drawFarCard(pen: Pen, card: FarCard, look: FarLook): void {
  const { zoom, ratio, plates } = look
  const colours = coloursOf(card, look)
  if (look.near) {
    drawNearCard(pen, card, colours, look)
    return
  }
  const whole = (length: number) => Math.max(1, Math.round(length * zoom * ratio)) / ratio
  const [w, h] = [whole(card.w), whole(card.h)]
  look.stamps.put(pen, {
    kind: card.kind,
    status: card.status,
    onLine: card.onLine,
    writer: card.writer === null ? null : (look.colours.people[card.writer] ?? colours.edge),
    colours,
    w,
    h,
    zoom,
    radius: audienceRadius(card.h) * zoom,
    plate: plates,
    sign: look.signs,
  })
  if (plates) return
  const { lines, fromRight } = tinyWords(pen, card.statement, w, h)
  if (lines.length === 0) return
  pen.fillStyle = colours.words
  pen.direction = fromRight ? 'rtl' : 'ltr'
  const x = fromRight ? w - AROUND.right : AROUND.left
  for (const [at, line] of lines.entries()) pen.fillText(line, x, AROUND.top + at * LINE + LETTERS - 1)
}

/** What all cards of one drawing have in common. */
export function prepare(pen: Pen, { colours }: FarLook): void {
  pen.font = `450 ${LETTERS}px ${colours.sans}`
  pen.textAlign = 'start'
  pen.textBaseline = 'alphabetic'
  pen.lineCap = 'butt'
  pen.lineJoin = 'miter'
  // Pictures are put down pixel on pixel.
  pen.imageSmoothingEnabled = false
}
