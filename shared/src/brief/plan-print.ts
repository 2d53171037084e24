/**
 * What of a page of HTML goes onto paper. A style sheet can't measure: so lines are counted beforehand, generously where
 * nobody knows the reader's fonts, and what has no room on one page is for the screen alone, and said to be.
 */
import type { Brief } from './brief.ts'
import { PAPERS, type Design, type Paper } from './formats.ts'
import { countCuts, leaveOut, type Shortened } from './leave-out.ts'
import { LABEL_COLUMN, printHeight } from './print-height.ts'

export interface PrintPlan {
  /** Points of the body type. */
  readonly points: number
  readonly shortened: Shortened
}

interface PrintPage {
  /** Margins, as a part of the paper. */
  readonly x: number
  readonly y: number
  /** Millimetres that the thread takes beside what is said. */
  readonly thread: number
}

export const PAGES: Readonly<Record<Design, PrintPage>> = {
  quiet: { x: 0.11, y: 0.06, thread: 0 },
  editorial: { x: 0.09, y: 0.055, thread: 8 },
  bold: { x: 0.065, y: 0.04, thread: 0 },
}
const SIZES = [11.5, 11, 10.5, 10, 9.5] as const
const SMALLEST = 9.5
/** How much of the room may be filled: lines break a little otherwise than they are counted. */
const FILL = 0.95
const POINTS_PER_MM = 72 / 25.4

/** `isFontKnown` where the file has the fonts in it. */
export function planPrint(brief: Brief, paper: Paper, design: Design, isFontKnown: boolean): PrintPlan {
  const { x, y, thread } = PAGES[design]
  const { width, height } = PAPERS[paper]
  const room = height * (1 - 2 * y) * POINTS_PER_MM * FILL
  const column = (width * (1 - 2 * x) - thread) * POINTS_PER_MM - (brief.lens === undefined ? 0 : LABEL_COLUMN)
  const fits = (tried: Brief, points: number) =>
    printHeight(tried, { width: column / points, points, design, isFontKnown }) * points <= room
  const points = SIZES.find((size) => fits(brief, size)) ?? SMALLEST
  let [low, high] = [0, countCuts(brief)]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (fits(leaveOut(brief, middle).brief, points)) high = middle
    else low = middle + 1
  }
  return { points, shortened: leaveOut(brief, low) }
}
