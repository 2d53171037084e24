/** What stands on the page of one block (`pageItems`), as runs of text for the typesetter. */
import {
  DRAFT,
  factsOf,
  originOf,
  originStop,
  sayLines,
  type BriefEntry,
  type BriefItem,
  type PageItem,
  type PageLine,
} from '@throughline/shared/brief'
import type { Status } from '@throughline/shared/schema'
import { respaced, run, statementRun, type Run, type StatementRun } from './runs.ts'

/** An audience or a proof below what it belongs to, with what else is known of it. */
interface SetEntry {
  readonly text: Run
  /** Who says so, where and when. */
  readonly after: readonly Run[]
  /** What stands behind all that: that it is a draft, with the full stop that goes before; else `''`. */
  readonly closing: string
  readonly notes: readonly Run[]
}

export type Line =
  | { readonly is: 'lead'; readonly opening: string; readonly text: Run }
  | ({ readonly is: 'audience'; readonly label: string } & SetEntry)
  | { readonly is: 'fact'; readonly name: string; readonly label: string; readonly text: Run; readonly opens: boolean }
  | ({ readonly is: 'proof'; readonly number: number } & SetEntry)
  | { readonly is: 'remark'; readonly text: Run }

export interface SetItem {
  readonly kind: BriefItem['kind']
  readonly text: StatementRun
  /** CSS pixels. */
  readonly size: number
  readonly status: Status
  /** Who says so and where, behind a proof that stands by itself. */
  readonly after: readonly Run[]
  /** As with an entry, where the item stands by itself or in a list. */
  readonly closing: string
  readonly lines: readonly Line[]
}

export function setItem({ item, text, size, isOrigin, isShort, lines }: PageItem): SetItem {
  const after = isOrigin ? originRuns(item) : []
  return {
    kind: item.kind,
    text: statementRun(text),
    size,
    status: item.status,
    after,
    closing: isShort ? closingOf(item, after) : '',
    lines: lines.map(setLine),
  }
}

function setLine(line: PageLine): Line {
  switch (line.is) {
    case 'lead':
      return { ...line, text: run(line.text) }
    case 'audience':
      return { is: 'audience', label: labelOf(line.label, run(line.entry.text)), ...below(line.entry, []) }
    case 'fact': {
      const { name, label, opens } = line
      const said = run(line.text)
      return { is: 'fact', name, label: labelOf(label, said), text: said, opens }
    }
    case 'proof':
      return { is: 'proof', number: line.number, ...below(line.entry, originRuns(line.entry)) }
    case 'remark':
      return { is: 'remark', text: run(line.text) }
  }
}

function below(entry: BriefEntry, after: readonly Run[]): SetEntry {
  const facts = factsOf(entry).map(({ label, text }) => note(label, run(text)))
  return {
    text: run(entry.text),
    after,
    closing: closingOf(entry, after),
    notes: [...sayLines(entry).map(run), ...facts],
  }
}

/** A number at the beginning of words that run from right to left would go with the label before them, to its other side. */
function labelOf(label: string, { dir }: Run): string {
  return dir === 'rtl' ? `${label}\u200F` : label
}

/** Runs as what it says does, whatever its label is in. */
function note(label: string, said: Run): Run {
  return { ...said, ...run(`${labelOf(`${label}:`, said)} ${said.text}`), dir: said.dir, lang: said.lang }
}

function closingOf(entry: BriefEntry, after: readonly Run[]): string {
  if (entry.status !== 'draft') return ''
  // Its full stop stays behind it, in a line from right to left, too.
  const draft = run(entry.text).dir === 'rtl' ? `${DRAFT}\u200E` : DRAFT
  return after.length === 0 ? draft : `${originStop(entry)} ${draft}`
}

function originRuns(entry: BriefEntry): readonly Run[] {
  const { by, source, href, on } = originOf(entry)
  // A date stays on one line.
  return [run(by), { ...run(source), href }, respaced(run(on), on.replaceAll(' ', '\u00A0'))].filter(
    ({ text }) => text !== '',
  )
}
