/** A statement in the lines that it has on its card. They are the same at every zoom, and kept for the next. */
import type { Pen } from './far-blank.ts'
import { piecesOf, readsFromRight, wrapWords, type Room } from './wrap-words.ts'

interface Lines {
  readonly lines: readonly string[]
  readonly fromRight: boolean
}

/** More than a screen shows at a time when words are this large; then the oldest goes. */
const MOST_KEPT = 3_000
const kept = new Map<string, Lines>()

/** To be called when a font has arrived. */
export const forgetStatements = (): void => kept.clear()

/** The pen has the font of the statement; the room is in the units of that font. */
export function statementLines(pen: Pen, statement: string, room: Room): Lines {
  const key = `${room.width} ${room.lines} ${pen.font} ${statement}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const oldest = kept.size >= MOST_KEPT ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
  const measure = (text: string): number => pen.measureText(text).width
  const pieces = piecesOf(statement.slice(0, 60 * room.lines), measure)
  const made = { lines: wrapWords(pieces, room, measure), fromRight: readsFromRight(statement) }
  kept.set(key, made)
  return made
}
