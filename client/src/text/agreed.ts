/** What the agreed line says. */
import type { AgreedBlock, AgreedLine } from '@throughline/shared/agreed'
import { sayNames } from './changes.ts'
import { count, KIND_WORDS, sayDate, sayDay, sentence } from './words.ts'

export const AGREED_PANEL = 'Agreed line'
export const NOTHING_AGREED = 'Nothing has been agreed on yet. Mark a block as agreed, and its wording is kept here.'
/** As a map file may bring it. */
export const MARKED_WITHOUT_WORDING =
  'Blocks are marked as agreed here, but no wording was kept with the mark. Mark one as agreed anew, and its wording is kept here.'
export const MOVED_SINCE = 'Moved since'
export const AS_AGREED = 'As agreed'
export const COPY_IT = 'Copy as text'
export const PRINT_IT = 'Print'
export const COPIED = 'The agreed line is copied, as text.'
export const NOT_COPIED = 'The browser does not let this page copy.'
export const NO_LONGER = 'No longer marked as agreed; the words are the same.'

/** "Last agreed 12 May. Two blocks have moved since, one is as agreed; three have not been agreed on." */
export function sayAgreedLine({ blocks, open, unworded, last }: AgreedLine, now: number): string {
  if (last === null) return ''
  const moved = blocks.filter(({ is }) => is !== 'as agreed').length
  const parts = [
    moved === 0
      ? 'Nothing has moved since'
      : `${sentence(count(moved, 'block'))} ${moved === 1 ? 'has' : 'have'} moved since`,
    ...(unworded === 0 ? [] : [`${count(unworded, 'block')} marked as agreed without a kept wording`]),
    ...(open === 0 ? [] : [`${count(open, 'block')} not agreed on yet`]),
  ]
  return `Last agreed ${sayDate(Date.parse(last), now)}. ${parts.join('; ')}.`
}

export const agreedWhen = ({ agreed }: AgreedBlock, now: number): string =>
  `Agreed ${sayDate(Date.parse(agreed.at), now)}${agreed.by === undefined ? '' : ` by ${agreed.by}`}`

/** Who moved it; `''` while that is not known. */
export interface Mover {
  /** A name; `''` where nobody knows. */
  readonly by: string
  readonly at: number
}

export function movedBy(change: Mover | undefined, now: number): string {
  if (change === undefined) return ''
  return `Reworded by ${change.by === '' ? sayNames([]).toLowerCase() : change.by}, ${sayDay(change.at, now)}`
}

/** All of it as text, to be sent on. */
export function agreedText(title: string, line: AgreedLine, by: (id: string) => string, now: number): string {
  const moved = line.blocks.filter(({ is }) => is !== 'as agreed')
  const still = line.blocks.filter(({ is }) => is === 'as agreed')
  const head = [title === '' ? AGREED_PANEL : `${title}: ${AGREED_PANEL.toLowerCase()}`, sayAgreedLine(line, now)]
  const kind = ({ block }: AgreedBlock) => KIND_WORDS[block.kind]
  const said = (one: AgreedBlock) => {
    const facts = [agreedWhen(one, now), one.is === 'reworded' ? by(one.block.id) : NO_LONGER].filter(
      (fact) => fact !== '',
    )
    const now_ = one.is === 'reworded' ? [`  Now: ${one.block.statement}`] : []
    return [`- ${kind(one)}: ${one.agreed.statement}`, ...now_, `  (${facts.join('. ')})`].join('\n')
  }
  return [
    ...head,
    ...(moved.length === 0 ? [] : ['', MOVED_SINCE, ...moved.map(said)]),
    ...(still.length === 0
      ? []
      : ['', AS_AGREED, ...still.map((one) => `- ${kind(one)}: ${one.agreed.statement} (${agreedWhen(one, now)})`)]),
  ].join('\n')
}
