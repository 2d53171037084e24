/** The first words of a tiny card, wrapped for its width: a zoom asks for those of a thousand cards anew. */
import { piecesOf, readsFromRight, wrapWords, type Piece } from './wrap-words.ts'

/** Screen pixels: the size of letters, from line to line, and around the words. The sign stands at their left. */
export const LETTERS = 11
export const LINE = 12
export const AROUND = { left: 19, top: 4, right: 3, bottom: 3 } as const
const MOST_LINES = 3
/** In less room there would be three letters and an ellipsis. */
const LEAST_ROOM = 36
/** A long statement never has more than its beginning on a tiny card. */
const BEGINNING = 300

export interface TinyWords {
  readonly width: number
  readonly most: number
  readonly lines: readonly string[]
  readonly fromRight: boolean
  readonly pieces: readonly Piece[]
}

const NONE: TinyWords = { width: 0, most: 0, lines: [], fromRight: false, pieces: [] }

/** Of every statement as it was wrapped last; enough for the largest of maps. */
const MOST_KEPT = 12_000
const wrapped = new Map<string, TinyWords>()
const widths = new Map<string, number>()

/** To be called when the font of these words has arrived. */
export function forgetWords(): void {
  wrapped.clear()
  widths.clear()
}

type Pen = Pick<CanvasRenderingContext2D, 'measureText'>

/** `w` and `h` are the card's in screen pixels; the pen has the font of these words. */
export function tinyWords(pen: Pen, statement: string, w: number, h: number): TinyWords {
  const width = Math.round(w) - AROUND.left - AROUND.right
  if (width < LEAST_ROOM || statement === '') return NONE
  const most = Math.max(1, Math.min(MOST_LINES, Math.floor((h - AROUND.top - AROUND.bottom) / LINE)))
  const known = wrapped.get(statement)
  if (known !== undefined && known.width === width && known.most === most) return known
  if (wrapped.size >= MOST_KEPT) forgetWords()
  const measure = (text: string) => widthOf(pen, text)
  const pieces = known?.pieces ?? piecesOf(statement.slice(0, BEGINNING), measure)
  const lines = wrapWords(pieces, { width, lines: most }, measure)
  const made = { width, most, lines, fromRight: known?.fromRight ?? readsFromRight(statement), pieces }
  wrapped.set(statement, made)
  return made
}

function widthOf(pen: Pen, text: string): number {
  const known = widths.get(text)
  if (known !== undefined) return known
  const { width } = pen.measureText(text)
  if (text.length < 24) widths.set(text, width)
  return width
}
