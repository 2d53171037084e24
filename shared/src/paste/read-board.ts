/** Notes and words that are drawn on a map already: read as a whiteboard's export is, by their places and colours. */
import { Draft } from './draft.ts'
import type { Pasted } from './pasted.ts'
import { readNotes } from './read-table.ts'

export interface BoardNote {
  readonly key: string
  readonly text: string
  readonly colour: string
  /** Words without a note around them: where they name a kind they are a title, and stay. */
  readonly isTitle: boolean
  /** The name of the frame it stands in; `''` for none. */
  readonly area: string
  /** Page units, of its top left corner. */
  readonly x: number
  readonly y: number
}

export interface BoardArrow {
  readonly from: string
  readonly to: string
}

export interface ReadBoard {
  readonly pasted: Pasted
  /** Which note each line was. */
  readonly noteOf: ReadonlyMap<string, string>
}

export function readBoard(notes: readonly BoardNote[], arrows: readonly BoardArrow[]): ReadBoard {
  const draft = new Draft()
  readNotes(draft, notes)
  const lines = new Map(draft.lines.map((line) => [notes[Number(line.at.slice('note '.length)) - 1]?.key ?? '', line]))
  for (const { from, to } of arrows) {
    const [start, end] = [lines.get(from), lines.get(to)]
    if (start !== undefined && end !== undefined) draft.link(start, end, true)
  }
  return { pasted: draft.finish(), noteOf: new Map([...lines].map(([key, line]) => [line.id, key])) }
}
