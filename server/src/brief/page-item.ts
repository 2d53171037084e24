/** What stands on the page of one block: its statement, and the lines below it. */
import {
  factsBelow,
  factsOf,
  isLead,
  lookOf,
  originOf,
  originStop,
  sayLines,
  sayRepeated,
  type Brief,
  type BriefEntry,
  type BriefItem,
  type BriefSection,
  type Design,
  type Fact,
} from '@throughline/shared/brief'
import type { Status } from '@throughline/shared/schema'
import { run, statementRun, type Run, type StatementRun } from './runs.ts'
import { sizeOf } from './statement-size.ts'

/** An audience or a proof below what it belongs to, with what else is known of it. */
interface PageEntry {
  readonly text: Run
  /** Who says so, where and when. */
  readonly after: readonly Run[]
  /** What stands behind all that: that it is a draft, with the full stop that goes before; else `''`. */
  readonly closing: string
  readonly notes: readonly Run[]
}

export type Line =
  /** `opening` for a design that says what the paragraph is: 'Why now', or nothing. */
  | { readonly is: 'lead'; readonly opening: string; readonly text: Run }
  | ({ readonly is: 'audience'; readonly label: string } & PageEntry)
  /** `opens` where it is the statement of another block, and what follows is said of that one. */
  | { readonly is: 'fact'; readonly name: string; readonly label: string; readonly text: Run; readonly opens: boolean }
  /** `number` counts the proofs of the page from 1, for a design that sets them as notes. */
  | ({ readonly is: 'proof'; readonly number: number } & PageEntry)
  /** A sentence of the page's own: what is open, or that a proof stands further up. */
  | { readonly is: 'remark'; readonly text: Run }

export interface PageItem {
  readonly kind: BriefItem['kind']
  readonly text: StatementRun
  /** CSS pixels: long statements are set smaller, so that one of them does not fill the page. */
  readonly size: number
  readonly status: Status
  /** Who says so and where, behind a proof that stands by itself. */
  readonly after: readonly Run[]
  /** As with an entry, where the item stands by itself or in a list. */
  readonly closing: string
  readonly lines: readonly Line[]
}

/** Single sentences below each other, of a part of a lens. */
const LIST_SIZE = 16

function isListed(section: BriefSection, brief: Brief): boolean {
  const look = lookOf(section, brief)
  return (
    brief.lens !== undefined &&
    (look === 'audiences' || look === 'proofs') &&
    section.items.every(({ said = [] }) => said.length === 0)
  )
}

export interface Wording {
  readonly design: Design
  /** What the head of the page names already. */
  readonly category: string
  /** The number of the next proof. */
  readonly count: () => number
}

export interface Place {
  /** The sentence that the page begins with, whatever it is. */
  readonly opens: boolean
  readonly isList: boolean
  /** A block through a lens with what is said of it: set as large as a value, whatever it is. */
  readonly isHead: boolean
  /** No statement with what belongs to it, but something said by itself. */
  readonly isAlone: boolean
}

/** Below so many lines a page is nearly empty. */
export const SPARSE = 18

export function placeOf(section: BriefSection, at: number, brief: Brief, sparse: boolean): Place {
  const isList = isListed(section, brief)
  const look = lookOf(section, brief)
  return {
    isList,
    isHead: brief.lens !== undefined && !isList,
    isAlone: (look === 'audiences' || look === 'proofs') && (brief.lens === undefined || isList),
    opens: isLead(section, at, brief) || (sparse && at === 0 && brief.sections[0] === section && !isList),
  }
}

export function pageItem(
  item: BriefItem,
  { opens, isList, isHead, isAlone }: Place,
  { design, category: head, count }: Wording,
): PageItem {
  const said = item.repeated ? sayRepeated(item) : item.text
  const facts = factsBelow(item, head)
  const after = item.kind === 'proof' && !item.repeated ? originRuns(item) : []
  // Not a line for a single word.
  const isShort = isAlone && item.open === DRAFT
  const lines: Line[] = [
    ...leads(item),
    ...item.audiences.map((entry): Line => {
      return { is: 'audience', label: labelOf('For', run(entry.text)), ...below(entry, []) }
    }),
    ...facts.map(factLine),
    ...item.proofs.map((entry) => proofLine(entry, count)),
    ...(item.open === '' || isShort ? [] : [remark(item.open)]),
  ]
  return {
    kind: item.kind,
    text: statementRun(said),
    size: isList
      ? LIST_SIZE
      : sizeOf(design, opens ? 'purpose' : isHead && item.kind !== 'purpose' ? 'value' : item.kind, said, opens),
    status: item.status,
    after,
    closing: isShort ? closingOf(item, after) : '',
    lines,
  }
}

function leads(item: BriefItem): readonly Line[] {
  const hasWhyNow = (item.fields.whyNow ?? '').trim() !== ''
  return sayLines(item).map((line, at) => ({
    is: 'lead',
    opening: at === 0 && hasWhyNow ? 'Why now' : '',
    text: run(line),
  }))
}

function proofLine(entry: BriefEntry, count: () => number): Line {
  if (entry.repeated) return remark(sayRepeated(entry))
  return { is: 'proof', number: count(), ...below(entry, originRuns(entry)) }
}

function below(entry: BriefEntry, after: readonly Run[]): PageEntry {
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

function factLine({ name, label, text, of }: Fact): Line {
  const said = run(text)
  return { is: 'fact', name, label: labelOf(label, said), text: said, opens: of?.part === 'statement' }
}

/** Runs as what it says does, whatever its label is in. */
function note(label: string, said: Run): Run {
  return { ...said, ...run(`${labelOf(`${label}:`, said)} ${said.text}`), dir: said.dir, lang: said.lang }
}

const remark = (text: string): Line => ({ is: 'remark', text: run(text) })

const DRAFT = 'Draft.'

function closingOf(entry: BriefEntry, after: readonly Run[]): string {
  if (entry.status !== 'draft') return ''
  // Its full stop stays behind it, in a line from right to left, too.
  const draft = run(entry.text).dir === 'rtl' ? `${DRAFT}\u200E` : DRAFT
  return after.length === 0 ? draft : `${originStop(entry)} ${draft}`
}

function originRuns(entry: BriefEntry): readonly Run[] {
  const { by, source, href, on } = originOf(entry)
  // A date stays on one line.
  return [run(by), { ...run(source), href }, { ...run(on), text: on.replaceAll(' ', '\u00A0') }].filter(
    ({ text }) => text !== '',
  )
}
