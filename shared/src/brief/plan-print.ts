/**
 * What of a page of HTML goes onto paper. A style sheet can't measure, and nobody knows the reader's fonts: so lines are
 * counted generously beforehand, and what has no room on one page is for the screen alone, and said to be.
 */
import type { Brief, BriefEntry, BriefItem } from './brief.ts'
import { PAPERS, type Paper } from './formats.ts'
import { countCuts, leaveOut, type Shortened } from './leave-out.ts'
import { factsOf, headCategory, lookOf, originOf, sayLacks, sayLines, sayState, titleOf } from './say.ts'

export interface PrintPlan {
  /** Points of the body type. */
  readonly points: number
  readonly shortened: Shortened
}

const SIZES = [10.5, 10, 9.5] as const
const SMALLEST = 9.5
/** Part of the paper beside the margins, and how much of that may be filled: fonts differ. */
export const MARGINS = { x: 0.11, y: 0.06 } as const
const FILL = 0.96
/** Millimetres that the labels of a lens take, beside what is said. */
export const LABEL_COLUMN = 36
const POINTS_PER_MM = 72 / 25.4

export function planPrint(brief: Brief, paper: Paper): PrintPlan {
  const fits = (tried: Brief, points: number) => {
    const room = PAPERS[paper].height * (1 - 2 * MARGINS.y) * POINTS_PER_MM * FILL
    const width = PAPERS[paper].width * (1 - 2 * MARGINS.x) - (brief.lens === undefined ? 0 : LABEL_COLUMN)
    return heightOf(tried, (width * POINTS_PER_MM) / points) * points <= room
  }
  const points = SIZES.find((size) => fits(brief, size)) ?? SMALLEST
  let [low, high] = [0, countCuts(brief)]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (fits(leaveOut(brief, middle).brief, points)) high = middle
    else low = middle + 1
  }
  return { points, shortened: leaveOut(brief, low) }
}

/** Em, for a column of so many em; after the sizes and gaps of the style sheet. */
function heightOf(brief: Brief, width: number): number {
  const { sections, live, logo, lens } = brief
  const lines = (text: string, size: number) => Math.ceil((widthOf(text) * size * 1.03) / width)
  const line = (text: string) => (text === '' ? 0 : lines(text, 0.92) * 1.38 + 0.45)
  const below = (entry: BriefEntry) =>
    [...sayLines(entry), ...factsOf(entry).map(({ label, text }) => `${label}: ${text}`)].reduce(
      (sum, text) => sum + lines(text, 0.92) * 1.38,
      0,
    )
  const proof = (entry: BriefEntry) => {
    const { by, source, on } = originOf(entry)
    return lines(`${entry.text} ${by}, ${source}, ${on}`, 1) * 1.5 + 0.45 + below(entry)
  }
  const item = (one: BriefItem, at: number, isLoose: boolean) => {
    const size = statementSize(one, at === 0, lens !== undefined, isLoose)
    const own = [...sayLines(one), one.open]
    const facts = factsOf(one).map(({ label, text, of }) =>
      lens === undefined
        ? line(`${label} ${text}`)
        : Math.max(line(text), Math.ceil(label.length / LABEL_LETTERS) * 1.38 + 0.45) +
          (of?.part === 'statement' ? 0.8 : 0),
    )
    const audiences = one.audiences.reduce((sum, entry) => sum + line(`For ${entry.text} Draft.`) + below(entry), 0)
    const proofs = one.proofs.reduce((sum, entry) => sum + proof(entry), 0)
    const statement = one.kind === 'proof' ? proof(one) : lines(one.text, size) * size * (size > 2 ? 1.3 : 1.45)
    return (
      statement +
      own.reduce((sum, text) => sum + line(text), 0) +
      facts.reduce((sum, height) => sum + height, 0) +
      audiences +
      proofs +
      (isLoose && at > 0 ? LOOSE : 1.9)
    )
  }
  const body = sections.reduce((sum, section) => {
    const look = lookOf(section, brief)
    const isLoose = look === 'audiences' || look === 'proofs'
    // Beside the first of its items, where the page is one of a lens.
    const title = lens === undefined ? 1 : 0
    return sum + title + section.items.reduce((own, one, at) => own + item(one, at, isLoose), 0)
  }, 0)
  const head = lines(`${brief.subject || titleOf(brief)} ${headCategory(brief)}`, 0.92) * 1.38
  // Beside the code, a fifth narrower.
  const foot = lines(`${titleOf(brief)} ${sayState(brief)} ${sayLacks(brief)}${' '.repeat(SAYS_LEFT_OUT)}`, 0.92 * 1.25)
  return body + head + foot * 1.38 + 3 + (live === undefined ? 0 : 3) + (logo === undefined ? 0 : 4)
}

/** Em of the statement, as the style sheet has it: the page's first purpose is the largest. */
function statementSize({ kind, said = [] }: BriefItem, isFirst: boolean, isLens: boolean, isLoose: boolean): number {
  if (isLens && said.length > 0) return 1.25
  if (isLens && isLoose) return 1.05
  if (kind === 'purpose' && isFirst) return 2.1
  return kind === 'purpose' || kind === 'value' ? 1.25 : 1
}

/** Letters of a label on one line, in fonts that are wide. */
const LABEL_LETTERS = 15
/** Em between items of a list. */
const LOOSE = 0.95

/** Letters that a foot may have of what was left out. */
const SAYS_LEFT_OUT = 90

/** Em of running text: not quite half an em a letter, a whole one an ideograph; more where its letters are wide ones. */
function widthOf(text: string): number {
  const wide = text.match(/[\u2E80-\uFFDC]/gu)?.length ?? 0
  return Math.max((text.length + wide) * 0.475, drawnWidth(text) + wide * 0.475)
}

/** Em, in the widest of the fonts that a reader may have in place of ours. */
function drawnWidth(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const [narrow, capital, widest] = [count(/[\s.,;:!|'ijltfrI]/g), count(/[A-HJ-LN-VX-Z]/g), count(/[MWmw@%—]/g)]
  // What is broken anywhere leaves lines that are not full.
  const unbroken = text.match(/\S{32,}/g)?.join('').length ?? 0
  const others = text.length - narrow - capital - widest
  return narrow * 0.32 + capital * 0.7 + widest * 0.9 + others * 0.53 + unbroken * 0.06
}
