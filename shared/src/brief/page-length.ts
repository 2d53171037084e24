/** How full a page will be, at a glance: setting 500 blocks to find out would take a second. */
import type { Brief, BriefEntry } from './brief.ts'
import type { Design } from './formats.ts'
import { factsOf, originOf, sayLines } from './say.ts'
import { widthOf } from './statement-size.ts'

/** Letters of a line in the tightest setting, and lines that the gaps around a paragraph, an item, and all else take up. */
const [LETTERS, BETWEEN, AROUND, FRAME] = [105, 0.4, 2.2, 9]

/** About how many lines a brief has, gaps among them. */
export function linesOf({ sections }: Brief): number {
  const lines = (text: string) => BETWEEN + Math.ceil(widthOf(text) / LETTERS)
  const inAll = (texts: readonly string[]) => texts.reduce((sum, text) => sum + lines(text), 0)
  const entryLines = (entry: BriefEntry) => {
    const { by, source } = originOf(entry)
    return inAll([entry.text + by + source, ...sayLines(entry), ...factsOf(entry).map(({ text }) => text)])
  }
  const items = sections.flatMap((section) => section.items)
  return items.reduce((sum, item) => {
    const entries = [item, ...item.audiences, ...item.proofs]
    return sum + AROUND + entries.reduce((own, entry) => own + entryLines(entry), 0)
  }, FRAME)
}

/** Below so many lines a page is nearly empty. */
const SPARSE = 18

/** So little to say that it has to stand by itself on the page. */
export function isSparse(brief: Brief): boolean {
  return linesOf(brief) < SPARSE
}

/** The page of a lens with fewer lines than these has room for larger type. What is on ink in the bold design is large already. */
const LARGE_BELOW: Readonly<Record<Design, number>> = { quiet: 46, editorial: 46, bold: 38 }
const LARGEST = 1.3

/**
 * Of the type between head and foot, above what was drawn: through a lens a page that is not full is not set small. The
 * whole map keeps the sizes of its drawing, where white below is meant.
 */
export function largeOf(brief: Brief, design: Design): number {
  if (brief.lens === undefined) return 1
  const share = 1 + (LARGE_BELOW[design] - linesOf(brief)) / 60
  return Number(Math.min(LARGEST, Math.max(1, share)).toFixed(2))
}
