/**
 * Headings, lists and paragraphs as lines with a kind.
 *
 * - A line is of the kind that its own label names ("Proof: …"), else that of the nearest heading which names one.
 * - A heading that names none, inside a section that does, is a line of that section; where an earlier line began with
 *   its words, it means that line.
 * - What stands below a line hangs on it: as a field where its label names one, else linked if the argument runs there.
 */
import type { BlockKind } from '../schema/index.ts'
import type { Draft, DraftLine } from './draft.ts'
import { fold, kindOfHeading, kindOfLabel } from './kind-words.ts'
import { keepAddresses, labelled, withoutBareLabel, type Labelled } from './labels.ts'
import { fieldOfLabel, isBrief, isOutline, isRevision, saysNothing } from './own-lines.ts'
import { readOutlineEntry, readOutlineFact, relateLines, type Relating } from './read-outline.ts'
import { originIn } from './read-origin.ts'
import { plainWords } from './plain-words.ts'
import { readMarkdownTable } from './read-table.ts'
import type { Row } from './rows.ts'

interface Section {
  readonly at: string
  readonly level: number
  readonly kind: BlockKind | null
  readonly says: string
  /** The line that this heading is, or means. */
  readonly line: DraftLine | null
}

const NUMBERING = /^(?:\(?\d{1,3}[.):]?|[ivx]{1,4}[.)])[ –—-]{1,3}/i

class RowReader {
  readonly #draft: Draft
  readonly #mode: 'outline' | 'brief' | 'any'
  #sections: Section[] = []
  #items: { readonly depth: number; readonly line: DraftLine }[] = []
  /** Lines by the words they begin with. */
  readonly #named = new Map<string, DraftLine>()
  readonly #relating: Relating[] = []
  /** Headings that have said nothing yet: no line has taken its kind from them. */
  readonly #open = new Set<Section>()

  constructor(draft: Draft, rows: readonly Row[]) {
    this.#draft = draft
    this.#mode = isOutline(rows) ? 'outline' : isBrief(rows) ? 'brief' : 'any'
  }

  read(rows: readonly Row[]): boolean {
    for (const [at, row] of rows.entries()) {
      if (row.is === 'heading') this.#readHeading(row)
      else if (row.is === 'table') readMarkdownTable(this.#draft, row, this.#kind())
      else if (row.is === 'text' && this.#mode !== 'any' && this.#readFrame(row)) continue
      else this.#readLine(row, rows[at + 1])
    }
    relateLines(this.#draft, this.#relating)
    for (const { at, says, kind } of this.#open) {
      const problem = kind === null ? 'is a heading that names no kind' : 'is a heading with nothing under it'
      this.#draft.repairs.note(at, `“${says}” ${problem}`, 'left out')
    }
    return this.#mode === 'outline'
  }

  #kind(): BlockKind | null {
    return this.#sections.findLast(({ kind }) => kind !== null)?.kind ?? null
  }

  #under(): string {
    return (
      this.#sections.findLast(({ kind, line }) => kind !== null && line === null)?.says ??
      this.#sections.at(-1)?.says ??
      ''
    )
  }

  /** What our own texts say around their entries. */
  #readFrame({ line, text }: Row): boolean {
    const words = plainWords(text).text
    if (isRevision(words))
      this.#draft.repairs.note(`line ${line}`, `“${words}” says when the brief was made`, 'left out')
    else if (saysNothing(words)) return true
    else if (this.#mode === 'outline') this.#draft.subject = words.replace(/^About: /, '')
    else if (this.#kind() === null) this.#draft.subject = words
    else return false
    return true
  }

  #readHeading({ line, level, text }: Row): void {
    this.#items = []
    this.#sections = this.#sections.filter((section) => section.level < level)
    const says = plainWords(text).text
    const around = this.#kind()
    const isFirst = this.#draft.title === '' && this.#draft.lines.length === 0 && this.#sections.length === 0
    const mayName = this.#mode === 'any' || (this.#mode === 'brief' && level === 2)
    const kind = !mayName ? null : around === null ? kindOfHeading(says) : kindOfLabel(says)
    if (level === 1 && isFirst && kind === null) this.#draft.title = says
    const isLine = kind === null && around !== null && this.#mode !== 'outline'
    const named = isLine
      ? (this.#named.get(fold(says.replace(NUMBERING, ''))) ?? this.#headingLine(line, says, around))
      : null
    const section = { at: `line ${line}`, level, kind: isLine ? around : kind, says, line: named }
    this.#sections.push(section)
    if (named === null && this.#mode === 'any' && says !== this.#draft.title) this.#open.add(section)
  }

  #headingLine(line: number, says: string, kind: BlockKind): DraftLine | null {
    const made = this.#draft.add({ at: `line ${line}`, text: says, kind, ground: 'heading', under: this.#under() })
    if (made !== null) this.#remember(made, says)
    return made
  }

  #remember(line: DraftLine, words: string): void {
    const key = fold(words)
    if (key !== '' && !this.#named.has(key)) this.#named.set(key, line)
  }

  #readLine(row: Row, next: Row | undefined): void {
    const depth = row.is === 'item' ? row.level : -1
    // A paragraph ends the lists before it; in a brief it is what the list after it hangs on.
    this.#items = this.#items.filter((item) => item.depth < depth)
    const parent = this.#items.at(-1)?.line ?? this.#sections.findLast(({ line }) => line !== null)?.line ?? null
    const line = this.#lineOf(row, row.is === 'item' || this.#mode !== 'brief' ? parent : null)
    if (line === null) return
    for (const section of this.#sections) if (section.kind !== null) this.#open.delete(section)
    if (row.is === 'text' && next?.is === 'item' && this.#mode === 'any' && line.statement.endsWith(':'))
      line.leave = 'introduces the list below it'
    if (row.is === 'item' || this.#mode === 'brief') this.#items.push({ depth, line })
  }

  /** The line that a row is; null for one that said something about the line above it. */
  #lineOf(row: Row, parent: DraftLine | null): DraftLine | null {
    const at = `line ${row.line}`
    if (this.#mode === 'outline') {
      const entry = readOutlineEntry(this.#draft, at, row.text, parent)
      if (entry !== null) return entry
      if (parent !== null && readOutlineFact(parent, at, row.text, this.#relating)) return null
    }
    const label = labelled(row.text)
    if (parent !== null && this.#saysAbout(parent, row.text, label)) return null
    const ofLabel = label === null ? null : kindOfLabel(label.label)
    const { text, addresses } = plainWords(withoutBareLabel(row.text, label))
    const kind = ofLabel ?? this.#kind()
    const ground = ofLabel !== null ? 'label' : kind !== null ? 'heading' : 'nothing'
    const isBriefs = this.#mode === 'brief'
    const line = this.#draft.add({
      at,
      text: isBriefs ? (text.split('\n')[0] ?? '') : text,
      kind,
      ground,
      under: this.#under(),
    })
    if (line === null) return null
    if (isBriefs) originIn(line, row.text.split('\n').slice(1))
    else keepAddresses(line, addresses)
    if (parent !== null) this.#draft.link(parent, line, false)
    if (label !== null) this.#remember(line, label.label)
    this.#remember(line, line.statement)
    return line
  }

  /** A field of the line above, or in a brief a sentence of its detail. */
  #saysAbout(parent: DraftLine, markdown: string, label: Labelled | null): boolean {
    const field = label === null || parent.kind === null ? null : fieldOfLabel(label.label, parent.kind)
    if (field !== null && label !== null && parent.fields[field] === undefined) {
      parent.fields[field] = plainWords(label.rest).text
      return true
    }
    if (this.#mode !== 'brief' || (label !== null && kindOfLabel(label.label) !== null)) return false
    originIn(parent, [markdown])
    return true
  }
}

/** Returns whether the rows are an outline of ours, in which two blocks may say the same. */
export function readRows(draft: Draft, rows: readonly Row[]): boolean {
  return new RowReader(draft, rows).read(rows)
}
