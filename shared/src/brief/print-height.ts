/** How high a brief is as a printed page of HTML, after the sizes and gaps of its style sheet (`style-sheet.ts`). */
import type { Brief, BriefEntry, BriefItem } from './brief.ts'
import type { Design } from './formats.ts'
import {
  DRAFT,
  factsOf,
  headCategory,
  isDraftBehind,
  isOnInk,
  lookOf,
  originOf,
  sayLacks,
  sayLines,
  sayState,
  titleOf,
} from './say.ts'
import { isSparse } from './page-length.ts'
import { widthOf } from './statement-size.ts'
import { linesIn, type Face } from './text-width.ts'

export interface PrintColumn {
  /** Em of the body type. */
  readonly width: number
  /** Points of the body type. */
  readonly points: number
  readonly design: Design
  /** Whether it is set in our fonts, which are in the file then. */
  readonly isFontKnown: boolean
}

/** Em of the first statement of a page. */
export const LARGEST: Readonly<Record<Design, number>> = { quiet: 2.1, editorial: 2.3, bold: 2.6 }
/** From so many letters on, so large in place of that, and called so: a long one does not fill the page. */
export const LONG_LEADS = [
  { above: 500, size: 1, name: 'longest' },
  { above: 220, size: 1.25, name: 'longer' },
  { above: 110, size: 1.7, name: 'long' },
] as const

/** Em of its own size: a leading statement is no wider. */
export const LEAD_WIDTH = 26

export function longLead(text: string) {
  const letters = widthOf(text)
  return LONG_LEADS.find(({ above }) => letters > above)
}
/** Of the width between the margins: what stands beside a value, and the white before it. */
export const BESIDE = { width: 0.42, gap: 0.05 } as const
/** What is not set in our fonts may be in wider ones. */
const WIDER = 1.2
/** Bold type. */
const HEAVIER = 1.05

/** Small print, as part of the body type: never under 8.5 pt. */
const smallOf = (points: number) => Math.max(0.86, 8.5 / points)
/** Em that the ink of the bold design takes beside what stands on it; points of the name of a lens there. */
const [INK, NAME] = [4.5, 48]
/** Em below the head and above the foot, and points of the QR code; as many are the logo's with what is below it. */
const [AROUND, SQUARE] = [3.8, 43]
/** Points that the labels of a lens take, beside what is said, and em of the white before that. */
export const [LABEL_COLUMN, LABEL_GAP] = [102, 1.2]
/** Lines of running text, as high as this of its size. */
export const PRINT_LINE = 1.42
/** Em between items: of a list, and of all else. */
const [LOOSE, APART] = [0.95, 1.55]
/** Letters that a foot may have of what was left out. */
const SAYS_LEFT_OUT = 90

/** Em of the body type. */
export function printHeight(brief: Brief, column: PrintColumn): number {
  const { sections, live, logo, lens } = brief
  const { width, design } = column
  const whole = new Measure(column, width)
  const body = sections.reduce((sum, section) => {
    const look = lookOf(section, brief)
    const isLoose = look === 'audiences' || look === 'proofs'
    // Through a lens beside the first of its items.
    const title = lens === undefined && isLoose ? 1.9 : 0
    const items = section.items.map((item, at) => {
      const size = statementSize(item, { isFirst: at === 0, isLens: lens !== undefined, isLoose, design })
      const isShort = isDraftBehind(item, section, brief)
      return whole.item(item, { size, isLens: lens !== undefined, isShort }) + (isLoose && at > 0 ? LOOSE : APART)
    })
    return sum + title + items.reduce((all, height) => all + height, 0)
  }, 0)
  const head = whole.small(`${brief.subject || titleOf(brief)} ${headCategory(brief)}`)
  const foot = whole.beside(0.8).small(footOf(brief)) + (live === undefined ? 0 : whole.small('.'))
  const frame =
    head +
    AROUND +
    Math.max(foot, live === undefined ? 0 : SQUARE / column.points) +
    (logo === undefined ? 0 : SQUARE / column.points) +
    (design === 'bold' ? INK + (isNamed(brief) ? NAME / column.points : 0) : 0)
  return body + frame
}

/** Where nothing of a lens stands on the ink, its name does. */
function isNamed(brief: Brief): boolean {
  const sparse = isSparse(brief)
  return brief.lens !== undefined && !brief.sections.some((section) => isOnInk(section, brief, sparse))
}

function footOf(brief: Brief): string {
  return `${titleOf(brief)} ${sayState(brief)} ${sayLacks(brief)} ${'x'.repeat(SAYS_LEFT_OUT)}`
}

interface ItemPlace {
  readonly size: number
  readonly isLens: boolean
  readonly isShort: boolean
}

/** Heights in a column, in em of the body type. */
class Measure {
  readonly #column: PrintColumn
  readonly #width: number
  readonly #small: number
  readonly #body: Face

  constructor(column: PrintColumn, width: number) {
    this.#column = column
    this.#width = width
    this.#small = smallOf(column.points)
    this.#body = column.design === 'bold' ? 'sans' : 'serif'
  }

  /** In a part of the width. */
  beside(part: number): Measure {
    return new Measure(this.#column, this.#width * part)
  }

  #text(text: string, size: number, line: number, face: Face): number {
    const { isFontKnown, design } = this.#column
    const wider = (isFontKnown ? 1 : WIDER) * (design === 'bold' && size > 1.1 ? HEAVIER : 1)
    return linesIn(text, this.#width / size / wider, face) * size * line
  }

  /** A line of small print, without the gap above it. */
  small(text: string): number {
    return text === '' ? 0 : this.#text(text, this.#small, PRINT_LINE, 'sans')
  }

  #line(text: string): number {
    return text === '' ? 0 : this.small(text) + 0.45 * this.#small
  }

  #label(text: string): number {
    const { points } = this.#column
    return new Measure(this.#column, LABEL_COLUMN / points - LABEL_GAP * this.#small).small(text)
  }

  #lead(text: string, isLarge: boolean): number {
    return this.#text(text, isLarge ? 1.1 : 1, PRINT_LINE, this.#body) + (isLarge ? 1.1 : 0.5)
  }

  #below(entry: BriefEntry): number {
    const facts = factsOf(entry).map(({ label, text }) => `${label}: ${text}`)
    return [...sayLines(entry), ...facts].reduce((sum, text) => sum + this.small(text), 0)
  }

  #proof(entry: BriefEntry): number {
    return this.#words(entry, 1) + 0.45 + this.#below(entry)
  }

  /** Of a proof, with who says so behind it. */
  #words(entry: BriefEntry, size: number): number {
    const { by, source, on } = originOf(entry)
    return this.#text(
      `${entry.text} ${[by, source, on].filter(Boolean).join(', ')} ${draftOf(entry)}`,
      size,
      PRINT_LINE,
      this.#body,
    )
  }

  item(item: BriefItem, { size, isLens, isShort }: ItemPlace): number {
    const isSplit = !isLens && item.kind === 'value' && this.#column.design !== 'quiet'
    const words = isShort ? `${item.text} ${DRAFT}` : item.text
    if (!isSplit) return this.#says({ ...item, text: words }, size, isLens) + this.#holds(item, isShort)
    const says = this.beside(1 - BESIDE.width - BESIDE.gap).#says(item, size, isLens)
    return Math.max(says, this.beside(BESIDE.width).#holds(item, isShort))
  }

  /** The statement and what is said of it. */
  #says(item: BriefItem, size: number, isLens: boolean): number {
    const large = item.kind === 'purpose'
    const column = large ? this.beside(Math.min(1, (LEAD_WIDTH * size) / this.#width)) : this
    const statement =
      item.kind === 'proof'
        ? this.#words(item, size)
        : column.#text(item.text, size, large && size > 1.25 ? 1.28 : 1.45, this.#body)
    const leads = sayLines(item)
    const facts = factsOf(item).map(({ label, text, of }) => {
      if (!isLens) return this.#line(`${label} ${text}`)
      const opens = of?.part === 'statement'
      const words = opens ? this.#text(text, 1, PRINT_LINE, this.#body) + 1 : this.#line(text)
      return Math.max(words, this.#label(label) + (opens ? 1 : 0.45))
    })
    return [...leads.map((text) => this.#lead(text, large)), ...facts].reduce((sum, height) => sum + height, statement)
  }

  /** Whom it is for, what holds it, what is open. */
  #holds({ audiences, proofs, open }: BriefItem, isShort: boolean): number {
    const whom = audiences.map((entry) => this.#line(`For ${entry.text} ${draftOf(entry)}`) + this.#below(entry))
    const what = proofs.map((entry) => this.#proof(entry))
    return [...whom, ...what].reduce((sum, height) => sum + height, isShort ? 0 : this.#line(open))
  }
}

const draftOf = ({ status }: BriefEntry) => (status === 'draft' ? DRAFT : '')

interface StatementPlace {
  readonly isFirst: boolean
  readonly isLens: boolean
  readonly isLoose: boolean
  readonly design: Design
}

/** Em of the statement, as the style sheet has it. */
function statementSize(item: BriefItem, { isFirst, isLens, isLoose, design }: StatementPlace): number {
  const { kind, said = [], audiences, proofs, open } = item
  const hasBelow = said.length + audiences.length + proofs.length > 0 || open !== ''
  if (isLens && hasBelow && kind !== 'purpose') return kind === 'value' ? 1.25 : 1.2
  if (isLens && isLoose) return 1.05
  if (kind === 'purpose' && isFirst) return longLead(item.text)?.size ?? LARGEST[design]
  return kind === 'purpose' || kind === 'value' ? 1.25 : 1
}
