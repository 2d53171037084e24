/**
 * One card as its element looks below 60 % (`Card.tsx`, `card.css`): in its own type, without footer and words of the
 * status. It stands for the element while one zooms, when a screen of elements takes longer to rasterise than a frame.
 */
import { KIND_WORDS } from '../../text/words.ts'
import { baseLinePath, cardOutline, foldPath, HEADER_RULE, PLAIN_ROOM, STATEMENT_TOP } from '../shapes/card-form.ts'
import type { FarCard, FarLook } from './draw-far-card.ts'
import { drawSign, type Pen } from './far-blank.ts'
import type { KindColours } from './far-colours.ts'
import { statementLines } from './near-words.ts'

/** As in `card.css`, in page units. */
const SIDE = 14
const SIGN = 15
const GAP = 7
const RING = { radius: 4.25, line: 1.25, right: 5.5 } as const
const EDGE = 1.25
const DASHES = [5, 4]
const PROOF_SIDE = 26

/** The pen stands at the card's top left corner, in screen pixels. It is left scaled. */
export function drawNearCard(pen: Pen, card: FarCard, colours: KindColours, look: FarLook): void {
  pen.scale(look.zoom, look.zoom)
  drawForm(pen, card, colours, look)
  drawHead(pen, card, colours, look)
  drawStatement(pen, card, colours, look)
}

function drawForm(
  pen: Pen,
  { kind, status, writer, onLine, w, h }: FarCard,
  colours: KindColours,
  look: FarLook,
): void {
  const outline = (out = 0): Path2D => new Path2D(cardOutline(kind, w, h, out))
  const edge = outline()
  if (writer !== null) {
    pen.strokeStyle = look.colours.people[writer] ?? colours.edge
    pen.lineWidth = 5.75
    pen.stroke(edge)
  }
  pen.fillStyle = colours.paper
  pen.fill(edge, 'nonzero')
  const isDraft = status === 'draft'
  pen.strokeStyle = colours.edge
  pen.lineWidth = onLine === true ? 2.5 / look.zoom : EDGE
  if (isDraft && kind !== 'purpose') pen.setLineDash(DASHES)
  pen.stroke(edge)
  if (kind === 'proof') pen.stroke(new Path2D(foldPath(w)))
  if (isDraft && kind === 'purpose') {
    pen.setLineDash(DASHES)
    pen.strokeStyle = colours.words2
    pen.stroke(outline(-5))
  }
  pen.setLineDash([])
  pen.fillStyle = colours.rule
  pen.fillRect(0, HEADER_RULE - 0.5, w, 1)
  if (status !== 'agreed' && status !== 'changed-since') return
  if (status === 'changed-since') pen.setLineDash([22, 9])
  pen.strokeStyle = colours.base
  pen.lineWidth = kind === 'purpose' ? 2.5 : 4
  pen.stroke(new Path2D(baseLinePath(kind, w, h)))
  pen.setLineDash([])
}

function drawHead(pen: Pen, { kind, status, w }: FarCard, colours: KindColours, { type }: FarLook): void {
  const middle = HEADER_RULE / 2
  drawSign(pen, kind, colours.label, { x: SIDE, y: middle - SIGN / 2, side: SIGN })
  pen.font = type.label.font
  pen.direction = 'ltr'
  pen.fillStyle = colours.label
  pen.fillText(KIND_WORDS[kind], SIDE + SIGN + GAP, middle + type.label.size * 0.35)
  const x = w - (kind === 'proof' ? PROOF_SIDE : SIDE) - RING.right
  pen.beginPath()
  pen.arc(x, middle, RING.radius, 0, 2 * Math.PI)
  pen.fillStyle = pen.strokeStyle = colours.words2
  pen.lineWidth = RING.line
  if (status === 'agreed') pen.fill()
  else if (status === 'draft') pen.setLineDash([2, 1.6])
  pen.stroke()
  pen.setLineDash([])
  if (status !== 'changed-since') return
  pen.beginPath()
  pen.arc(x, middle, RING.radius, Math.PI / 2, (3 * Math.PI) / 2)
  pen.fill()
}

function drawStatement(pen: Pen, { kind, statement, w, h }: FarCard, colours: KindColours, { type }: FarLook): void {
  const { font, line } = type.statements[kind]
  pen.font = font
  const top = STATEMENT_TOP[kind]
  const room = { width: w - 2 * SIDE, lines: Math.max(1, Math.floor((h - top - PLAIN_ROOM) / line)) }
  const { lines, fromRight } = statementLines(pen, statement, room)
  pen.fillStyle = colours.words
  pen.direction = fromRight ? 'rtl' : 'ltr'
  const x = fromRight ? w - SIDE : SIDE
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = pen.measureText('')
  const first = top + (line - above - below) / 2 + above
  for (const [at, words] of lines.entries()) pen.fillText(words, x, first + at * line)
}
