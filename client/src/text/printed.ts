/** What the live brief says to whoever comes from a printed copy of it. */
import { sayDate, type LineChange } from '@throughline/shared/brief'
import { count, KIND_WORDS } from './words.ts'

export const PRINTED_COPY = 'Your printed copy'

export function sayAge(lines: number, asOf: number): string {
  const day = sayDate(new Date(asOf).toISOString())
  if (lines === 0) return `Your printed copy of ${day} says what this page says: nothing on it has changed since.`
  return `Your printed copy is older: ${count(lines, 'line')} ${lines === 1 ? 'has' : 'have'} changed since ${day}.`
}

const IS = { reworded: 'Now reads', new: 'New', gone: 'No longer on it' } as const

/** "Now reads", and what: the kind, and the label where the page has one. */
export function sayLineChange({ is, block, part, kind, label }: LineChange): string {
  const whose = block === null || kind === null ? 'the map' : KIND_WORDS[kind].toLowerCase()
  const what = part === 'statement' || label === '' ? whose : `${label.toLowerCase()} of a ${whose}`
  return `${IS[is]}, ${what}`
}
