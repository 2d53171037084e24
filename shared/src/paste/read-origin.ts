/** What a brief says below a statement: where a proof comes from, its state, its fields, its detail. */
import type { DraftLine } from './draft.ts'
import { dayOf, fieldOfLabel } from './own-lines.ts'
import { plainWords } from './plain-words.ts'

const STATE = /^\*[^*]{1,120}\*$/
const FACT = /^([^:\n]{1,40}): ([^]+)$/

/** "— Agnes Holm, <https://…>, 12 May 2026". */
function readOrigin(line: DraftLine, said: string): void {
  const by: string[] = []
  for (const part of said.split(', ')) {
    const words = plainWords(part).text
    const day = dayOf(words)
    if (day !== null) line.fields.observedOn = day
    else if (/^https?:\/\//.test(words)) line.fields.source = words
    else by.push(words)
  }
  if (by.length > 0) line.fields.by = by.join(', ')
}

export function originIn(line: DraftLine, markdown: readonly string[]): void {
  for (const part of markdown.flatMap((text) => text.split('\n')).map((text) => text.trim())) {
    if (part === '' || STATE.test(part)) continue
    const words = plainWords(part).text
    const [, label = '', text = ''] = FACT.exec(words) ?? []
    const field = line.kind === null ? null : fieldOfLabel(label, line.kind)
    if (line.kind === 'proof' && part.startsWith('— ')) readOrigin(line, part.slice(2))
    else if (field !== null) line.fields[field] = field === 'reach' ? (text.split(':')[0]?.toLowerCase() ?? '') : text
    else line.detail.push(words)
  }
}
