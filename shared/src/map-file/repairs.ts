/** What an import had to repair or leave out, in the order it was met. */
import { cleanLine, cutText } from '../schema/index.ts'

export interface Repair {
  /** Where in the file: `blocks[3].fields.reach`; `''` for the whole. */
  readonly path: string
  /** What is wrong there, with the words that would otherwise be lost. */
  readonly problem: string
  readonly done: string
}

/** Of one list or object, no more entries than this are looked at; twice what the largest map holds. */
export const MAX_ENTRIES = 20_000

/** More lines than this nobody reads, and a hostile file could ask for a million of them; the last one counts the rest. */
export const MAX_REPAIRS = 1_000
const QUOTE_LENGTH = 200
const KEY_LENGTH = 80

export class Repairs {
  readonly #kept: Repair[] = []
  #more = 0

  note(path: string, problem: string, done: string): void {
    if (this.#kept.length < MAX_REPAIRS) this.#kept.push({ path, problem, done })
    else this.#more += 1
  }

  /** Everything beside `known` is said, with its value. */
  noteUnknown(holder: Readonly<Record<string, unknown>>, known: readonly string[], path: string, what: string): void {
    for (const [key, value] of this.entriesOf(holder, path))
      if (!known.includes(key)) this.note(at(path, key), `${what} has no such part: ${quote(value)}`, 'left out')
  }

  /** Those of an object that are looked at. */
  entriesOf(holder: Readonly<Record<string, unknown>>, path: string): readonly (readonly [string, unknown])[] {
    return this.firstOf(Object.entries(holder), path)
  }

  /** Those of a list that are looked at. */
  firstOf<Entry>(entries: readonly Entry[], path: string): readonly Entry[] {
    if (entries.length <= MAX_ENTRIES) return entries
    this.note(path, `has ${entries.length} entries`, `left out after the first ${MAX_ENTRIES}`)
    return entries.slice(0, MAX_ENTRIES)
  }

  list(): readonly Repair[] {
    if (this.#more === 0) return this.#kept
    const problem = `${this.#more} more things did not fit`
    return [...this.#kept, { path: '', problem, done: 'repaired or left out in the same ways' }]
  }
}

/** The path of a member; a key that is no plain word stands in quotes. */
export function at(path: string, key: string): string {
  if (/^[A-Za-z_]\w{0,79}$/.test(key)) return path === '' ? key : `${path}.${key}`
  return `${path}[${JSON.stringify(cutText(cleanLine(key), KEY_LENGTH))}]`
}

/** A value as a sentence can carry it: on one line, well-formed, cut where it is long; words in quotation marks. */
export function quote(value: unknown, length = QUOTE_LENGTH): string {
  const words = typeof value === 'string'
  const text = cleanLine(words ? value : (JSON.stringify(value) ?? String(value)))
  const short = text.length > length ? `${cutText(text, length)}…` : text
  return words ? `“${short}”` : short
}

export function typeName(value: unknown): string {
  if (value === null) return 'nothing'
  if (value === undefined) return 'missing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'boolean') return value ? '“true”' : '“false”'
  if (typeof value === 'string') return 'a text'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/** The members of an object; null for lists and everything else. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null
}
