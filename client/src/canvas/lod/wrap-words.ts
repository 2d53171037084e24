/**
 * The first words of a statement in so many lines, as a canvas needs them: it wraps nothing by itself. Pure.
 *
 * - **WW1** No line is wider than the room, unless one letter alone is.
 * - **WW2** What does not fit, of the statement or of one word, is left out, and an ellipsis says so.
 *
 * A zoom wraps a thousand statements anew in every few frames, so that they are taken apart and measured once.
 */
export interface Room {
  readonly width: number
  readonly lines: number
}

/** What no line breaks in. */
export interface Piece {
  readonly text: string
  readonly width: number
  /** Whether it goes on with the one before it, without a space. */
  readonly joined: boolean
}

/** Measures a text in the units of the room. It is asked for pieces and letters, never for lines. */
type WidthOf = (text: string) => number

const ELLIPSIS = '…'
/** Chinese and Japanese break anywhere; Thai, Lao, Burmese and Khmer between words that no space parts. */
const ANYWHERE = /[\u3040-\u30ff\u3400-\u9fff]/
const WITHOUT_SPACES = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/
/** A part of a word, with the hyphen or stroke after which a line may break. */
const PARTS = /[^-‐–—/]*[-‐–—/]+|[^-‐–—/]+/gu

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

function partsOf(word: string): readonly string[] {
  if (ANYWHERE.test(word)) return Array.from(letters.segment(word), ({ segment }) => segment)
  if (WITHOUT_SPACES.test(word)) return Array.from(words.segment(word), ({ segment }) => segment)
  return word.match(PARTS) ?? []
}

export function piecesOf(text: string, widthOf: WidthOf): readonly Piece[] {
  return text
    .split(/\s+/)
    .flatMap((word) => partsOf(word).map((part, at) => ({ text: part, width: widthOf(part), joined: at > 0 })))
}

export function wrapWords(pieces: readonly Piece[], { width, lines }: Room, widthOf: WidthOf): readonly string[] {
  const wrapped: string[] = []
  const space = widthOf(' ')
  let line = ''
  let reached = 0
  for (const piece of pieces) {
    const isApart = line !== '' && !piece.joined
    const after = reached + (isApart ? space : 0) + piece.width
    if (line !== '' && after <= width) {
      line += isApart ? ` ${piece.text}` : piece.text
      reached = after
      continue
    }
    if (line !== '') wrapped.push(line)
    if (wrapped.length === lines) return [...wrapped.slice(0, -1), shortened(line, width, widthOf)]
    line = piece.width <= width ? piece.text : shortened(piece.text, width, widthOf)
    // Nothing joins what is cut.
    reached = Math.min(piece.width, width)
  }
  return line === '' ? wrapped : [...wrapped, line]
}

function shortened(line: string, width: number, widthOf: WidthOf): string {
  const kept: string[] = []
  let left = width - widthOf(ELLIPSIS)
  for (const { segment } of letters.segment(line)) {
    left -= widthOf(segment)
    if (left < 0 && kept.length > 0) break
    kept.push(segment)
  }
  return `${kept.join('').replace(/[\s…]+$/u, '')}${ELLIPSIS}`
}

/** Whether it reads from right to left: by its first letter that has a direction, as `dir="auto"` does. */
export function readsFromRight(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(first)
}
