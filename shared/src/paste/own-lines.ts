/**
 * The lines that Throughline itself writes: the outline of `GET …/text` and the brief in Markdown. Read back they give
 * the map again, as far as these texts say it.
 */
import { SECTION_HEADINGS } from '../brief/index.ts'
import { FIELD_WORDS, fieldNamesOf, type BlockKind, type FieldName, type Status } from '../schema/index.ts'
import { fold } from './kind-words.ts'
import type { Row } from './rows.ts'

const OUTLINE_ENTRY =
  /^\*\*(Purpose|Value|Audience|Proof)\*\*(?:, (?:driven by it|served by it|supports it))? \(([^()]{1,80})\): ([^]*)$/
const AGREED = /^agreed (.{1,40})$/
const NOTHING_WRITTEN = '*nothing written yet*'
const NOTHING_ON_IT = 'Nothing is on this map yet.'
const AGAIN = 'stands in full further up'

export interface OutlineLine {
  readonly kind: BlockKind
  readonly status: Status
  /** ISO 8601, midnight UTC of the day that the outline names; null where it was not agreed. */
  readonly agreedAt: string | null
  /** Already read further up: this names it. */
  readonly again: boolean
  /** Still Markdown. */
  readonly statement: string
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** "12 May 2026" as `2026-05-12`; null for anything else. */
export function dayOf(said: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2}) (\p{L}{3,9}) (\d{4})$/u.exec(said.trim()) ?? []
  const at = MONTHS.findIndex((name) => month !== '' && name.startsWith(month))
  return at < 0 ? null : `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
}

export function readOutlineLine(markdown: string): OutlineLine | null {
  const [, kind, state = '', statement = ''] = OUTLINE_ENTRY.exec(markdown) ?? []
  if (kind === undefined) return null
  const day = dayOf(AGREED.exec(state)?.[1] ?? '')
  return {
    kind: kind.toLowerCase() as BlockKind,
    status: state === 'proposed' ? 'proposed' : state.startsWith('agreed') ? 'agreed' : 'draft',
    agreedAt: day === null ? null : `${day}T00:00:00Z`,
    again: state === AGAIN,
    statement: statement.trim() === NOTHING_WRITTEN ? '' : statement,
  }
}

/** The contract of the outline is its first line: a heading, then entries that name their kind in bold. */
export function isOutline(rows: readonly Row[]): boolean {
  const first = rows.find(({ is }) => is === 'item')
  if (rows[0]?.is === 'heading' && rows.at(-1)?.text === NOTHING_ON_IT) return true
  return first !== undefined && readOutlineLine(first.text) !== null
}

/** A brief has its sections in the product's words, and ends with the revision it shows. */
export function isBrief(rows: readonly Row[]): boolean {
  const sections = rows.filter(({ is, level }) => is === 'heading' && level === 2).map(({ text }) => text)
  const known: readonly string[] = Object.values(SECTION_HEADINGS)
  return sections.length > 0 && sections.every((text) => known.includes(text)) && isRevision(rows.at(-1)?.text ?? '')
}

/** A sentence of an empty map, which says nothing of it. */
export const saysNothing = (text: string): boolean => text === NOTHING_ON_IT

export function isRevision(text: string): boolean {
  return /^Revision \d+, .{1,60}\.$/.test(text)
}

/** Other words for a field than ours, folded. */
const OTHER_WORDS: Readonly<Record<string, FieldName>> = {
  alternative: 'alternative',
  alternatives: 'alternative',
  benefit: 'gain',
  'who says so': 'by',
  url: 'source',
  'review by': 'reviewBy',
  pain: 'obstacle',
  job: 'situation',
}

/** The field of a kind that a label names, if it has it. */
export function fieldOfLabel(label: string, kind: BlockKind): FieldName | null {
  const folded = fold(label)
  const ours = fieldNamesOf(kind).find((name) => fold(FIELD_WORDS[name]) === folded)
  if (ours !== undefined) return ours
  const other = Object.hasOwn(OTHER_WORDS, folded) ? OTHER_WORDS[folded] : undefined
  return other !== undefined && fieldNamesOf(kind).includes(other) ? other : null
}
