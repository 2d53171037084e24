/** The outline of `GET …/text`, read back: entries with their state, and the facts below them. */
import type { Draft, DraftLine } from './draft.ts'
import { fieldOfLabel, dayOf, readOutlineLine } from './own-lines.ts'
import { plainWords } from './plain-words.ts'

const FACT = /^([^:\n]{1,120}):(?: ([^]*))?$/
const AGREED_WORDING = /^Agreed wording of (.{1,40})$/
/** A voice may have a colon in its name. */
const TOLD = /^(.{1,200}?) says: ([^]*)$/

/** "Relates to: …" names a block by its statement, perhaps one that comes later. */
export interface Relating {
  readonly from: DraftLine
  readonly at: string
  readonly statement: string
}

/** Null for a row that is no entry. A block that stood further up is that block again, and gets its link. */
export function readOutlineEntry(
  draft: Draft,
  at: string,
  markdown: string,
  parent: DraftLine | null,
): DraftLine | null {
  const entry = readOutlineLine(markdown)
  if (entry === null) return null
  const statement = plainWords(entry.statement).text
  const before = entry.again
    ? draft.lines.find((line) => line.kind === entry.kind && line.statement === statement && line !== parent)
    : undefined
  const line = before ?? draft.add({ at, text: '', kind: entry.kind, ground: 'label' })
  if (line === null) return null
  if (before === undefined) {
    line.statement = statement
    line.status = entry.status
    if (entry.agreedAt !== null) line.agreed = { statement, at: entry.agreedAt }
  }
  if (parent !== null) draft.link(parent, line, true)
  return line
}

/** Whether the row is something that an entry holds; then the entry has it. */
export function readOutlineFact(line: DraftLine, at: string, markdown: string, relating: Relating[]): boolean {
  const [, escaped, rest = ''] = FACT.exec(markdown) ?? []
  if (escaped === undefined || line.kind === null) return false
  const label = plainWords(escaped).text
  const text = plainWords(rest).text
  const agreedOn = dayOf(AGREED_WORDING.exec(label)?.[1] ?? '')
  const field = fieldOfLabel(label, line.kind)
  const [, voice, told = ''] = TOLD.exec(markdown) ?? []
  if (label === 'Detail') line.detail.push(text)
  else if (label === 'Owner') line.owner = text
  else if (label === 'Tags') line.tags.push(...text.split(', '))
  else if (label === 'Relates to') relating.push({ from: line, at, statement: text })
  else if (agreedOn !== null) line.agreed = { statement: text, at: `${agreedOn}T00:00:00Z` }
  else if (field !== null) line.fields[field] = text
  else if (voice !== undefined) line.tellings[plainWords(voice).text] = plainWords(told).text
  else return false
  return true
}

export function relateLines(draft: Draft, relating: readonly Relating[]): void {
  const byStatement = new Map<string, DraftLine>()
  for (const line of draft.lines) if (!byStatement.has(line.statement)) byStatement.set(line.statement, line)
  for (const { from, at, statement } of relating) {
    const to = byStatement.get(statement)
    if (to !== undefined && to !== from) draft.link(from, to, true)
    else draft.repairs.note(at, `relates to “${statement}”, which no line here says`, 'link left out')
  }
}
