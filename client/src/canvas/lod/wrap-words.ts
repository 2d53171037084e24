/**
 * The first words of a statement in so many lines, as a canvas needs them: it wraps nothing by itself. Pure.
 *
 * - **WW1** No line is wider than the room, unless one letter alone is.
 * - **WW2** What does not fit is left out, and an ellipsis says so.
 */
export interface Room {
  readonly width: number
  readonly lines: number
}

const ELLIPSIS = '…'

/**
 * `widthOf` measures a text in the same units as the room. It is asked for words and letters, never for lines: those of
 * a thousand cards would all have to be laid out.
 */
export function wrapWords(text: string, { width, lines }: Room, widthOf: (text: string) => number): readonly string[] {
  const wrapped: string[] = []
  const space = widthOf(' ')
  let line = ''
  let reached = 0
  for (const piece of pieces(text, width, widthOf)) {
    const isApart = line !== '' && !piece.joined
    const own = widthOf(piece.text)
    const after = reached + (isApart ? space : 0) + own
    if (line === '' || after <= width) {
      line += isApart ? ` ${piece.text}` : piece.text
      reached = after
      continue
    }
    wrapped.push(line)
    if (wrapped.length === lines) return [...wrapped.slice(0, -1), shortened(line, width, widthOf)]
    line = piece.text
    reached = own
  }
  return line === '' ? wrapped : [...wrapped, line]
}

interface Piece {
  readonly text: string
  /** Whether it goes on with the word before it. */
  readonly joined: boolean
}

/** Words; one that is wider than a line, and scripts without spaces, by the letter. */
function* pieces(text: string, width: number, widthOf: (text: string) => number): Generator<Piece> {
  for (const word of text.split(/\s+/)) {
    if (word === '') continue
    if (widthOf(word) <= width && !/[\u3040-\u30ff\u3400-\u9fff]/.test(word)) yield { text: word, joined: false }
    else for (const [at, letter] of [...word].entries()) yield { text: letter, joined: at > 0 }
  }
}

function shortened(line: string, width: number, widthOf: (text: string) => number): string {
  const letters = [...line]
  while (letters.length > 1 && widthOf(`${letters.join('')}${ELLIPSIS}`) > width) letters.pop()
  return `${letters.join('').trimEnd()}${ELLIPSIS}`
}

/** Whether it reads from right to left: by its first letter that has a direction, as `dir="auto"` does. */
export function readsFromRight(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(first)
}
