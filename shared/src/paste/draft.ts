/**
 * Lines on their way to being proposed. Whoever reads a form adds what it finds; what needs all lines at once is done at
 * the end: what a colour means, what is said twice, what says nothing.
 */
import { Repairs } from '../map-file/index.ts'
import { LIMITS, type AgreedWording, type BlockKind, type FieldName, type Status } from '../schema/index.ts'
import { fold, kindOfSentence } from './kind-words.ts'
import { UNKNOWN_KIND, type KindGround, type Pasted, type PastedLine, type PastedLink } from './pasted.ts'

/** Lines of one paste that are looked at: twice what the largest map holds. */
export const MOST_LINES = 10_000
/** Up to here a text of several sentences is one statement. */
const ONE_STATEMENT = 200

export interface DraftLine {
  readonly id: string
  readonly at: string
  statement: string
  readonly detail: string[]
  kind: BlockKind | null
  ground: KindGround
  readonly under: string
  readonly colour: string
  leave: string
  status: Status
  owner: string
  agreed: AgreedWording | null
  readonly fields: Partial<Record<FieldName, string>>
  readonly tags: string[]
  readonly tellings: Record<string, string>
}

export interface Found {
  readonly at: string
  /** Several paragraphs are separated by newlines. */
  readonly text: string
  readonly kind?: BlockKind | null
  readonly ground?: KindGround
  readonly under?: string
  readonly colour?: string
  readonly leave?: string
}

/** The first paragraph, or of a long one the first sentence, and all that follows it. Nothing is lost. */
export function splitStatement(text: string): readonly [statement: string, detail: readonly string[]] {
  const [first = '', ...rest] = text
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (first.length <= ONE_STATEMENT) return [first, rest]
  const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(first)
  const [sentence = { segment: first }] = sentences
  const end = Math.min(sentence.segment.length, LIMITS.statementLength)
  const after = first.slice(end).trim()
  return [first.slice(0, end).trim(), after === '' ? rest : [after, ...rest]]
}

export class Draft {
  readonly repairs = new Repairs()
  title = ''
  subject = ''
  readonly #lines: DraftLine[] = []
  readonly #links: PastedLink[] = []
  #beyond = 0

  get lines(): readonly DraftLine[] {
    return this.#lines
  }

  /** Null when there are more than anybody could look through. */
  add({ at, text, kind = null, ground = 'nothing', under = '', colour = '', leave = '' }: Found): DraftLine | null {
    if (this.#lines.length >= MOST_LINES) {
      this.#beyond += 1
      return null
    }
    const [statement, detail] = splitStatement(text)
    const line: DraftLine = {
      ...{
        id: `line-${this.#lines.length + 1}`,
        at,
        statement,
        detail: [...detail],
        kind,
        ground,
        under,
        colour,
        leave,
      },
      ...{ status: 'draft', owner: '', agreed: null, fields: {}, tags: [], tellings: {} },
    }
    this.#lines.push(line)
    return line
  }

  link(from: DraftLine, to: DraftLine, drawn: boolean): void {
    if (from !== to) this.#links.push({ from: from.id, to: to.id, drawn })
  }

  /** `mayRepeat` for what a program wrote, where two blocks may well say the same. */
  finish(mayRepeat = false): Pasted {
    if (this.#beyond > 0)
      this.repairs.note('', `more than ${MOST_LINES} lines; ${this.#beyond} came after them`, 'left out')
    this.#readColours()
    for (const line of this.#lines) {
      if (line.kind !== null) continue
      line.kind = kindOfSentence(line.statement)
      if (line.kind !== null) line.ground = 'words'
    }
    this.#leaveOut(mayRepeat)
    return {
      title: this.title,
      subject: this.subject,
      lines: this.#lines.map(finished),
      links: this.#links,
      report: this.repairs.list(),
    }
  }

  /** A colour means a kind when every line of that colour whose kind is known is of it. No whiteboard says more. */
  #readColours(): void {
    const meant = new Map<string, BlockKind | null>()
    for (const { colour, kind } of this.#lines) {
      if (colour === '' || kind === null) continue
      meant.set(colour, meant.has(colour) && meant.get(colour) !== kind ? null : kind)
    }
    for (const line of this.#lines) {
      const kind = line.kind === null ? (meant.get(line.colour) ?? null) : null
      if (kind === null) continue
      line.kind = kind
      line.ground = 'colour'
    }
  }

  #leaveOut(mayRepeat: boolean): void {
    const said = new Map<string, string>()
    for (const line of this.#lines) {
      if (line.leave !== '') continue
      const folded = fold(line.statement)
      const before = said.get(`${line.kind} ${folded}`)
      if (folded === '' && !mayRepeat) line.leave = 'has no words'
      else if (before !== undefined && !mayRepeat) line.leave = `says the same as ${before}`
      else said.set(`${line.kind} ${folded}`, line.at)
    }
  }
}

function finished({ colour: _colour, detail, kind, ...line }: DraftLine): PastedLine {
  return { ...line, detail: detail.join('\n'), kind: kind ?? UNKNOWN_KIND }
}
