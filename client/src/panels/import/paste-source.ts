/** What was brought, read as far as this browser can: lines to look at, or a map file for its own dialog. */
import { guessForm, readBoard, readPasted, type Pasted, type PasteForm } from '@throughline/shared/paste'
import type { Offered } from '../../session/view.ts'

export interface ReadSource {
  readonly pasted: Pasted
  /** Null for what is drawn on the map already. */
  readonly form: PasteForm | null
  readonly text: string
  /** The drawing's keys that each line, if it becomes a block, takes the place of. */
  readonly replaces: ReadonlyMap<string, string>
}

const BY_ENDING: Readonly<Record<string, PasteForm>> = {
  csv: 'csv',
  tsv: 'csv',
  md: 'markdown',
  markdown: 'markdown',
  canvas: 'canvas',
}

export function formOf(name: string, text: string): PasteForm | 'map-file' {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  if (ending === 'json' && guessForm(text) !== 'canvas') return 'map-file'
  return (Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined) ?? guessForm(text)
}

/** @throws {AppError} `too-large` or `bad-input` */
export function readText(text: string, form: PasteForm): ReadSource {
  return { pasted: readPasted(text, form), form, text, replaces: new Map() }
}

export function readDrawing({ notes, arrows }: Extract<Offered, { is: 'drawing' }>): ReadSource {
  const { pasted, noteOf } = readBoard(notes, arrows)
  return { pasted, form: null, text: '', replaces: noteOf }
}

/** A map file's text, or lines to look at. `name` is a file's, or `''`. */
export function readSource(name: string, text: string): ReadSource | 'map-file' {
  const form = formOf(name, text)
  return form === 'map-file' ? form : readText(text, form)
}

export { pastedMapFile as mapFileOf } from '@throughline/shared/paste'
