/**
 * How large a statement is set, in CSS pixels: it steps down with its length, so that one of them does not fill the
 * page. The first step of each row is that of the drawing (`look.md`, "The three briefs").
 */
import type { BriefItem } from './brief.ts'
import type { Design } from './formats.ts'

/** Up to so many letters, so large. */
type Steps = readonly (readonly [letters: number, size: number])[]

interface Sizes {
  readonly purpose: Steps
  /** A second purpose, and the third. */
  readonly further: Steps
  readonly value: Steps
}

const MORE = Infinity
const SIZES: Readonly<Record<Design, Sizes>> = {
  quiet: {
    purpose: [
      [110, 34],
      [190, 28],
      [400, 22],
      [800, 16],
      [MORE, 13],
    ],
    further: [
      [200, 22],
      [MORE, 15],
    ],
    value: [
      [160, 18],
      [400, 15.5],
      [MORE, 13.5],
    ],
  },
  editorial: {
    purpose: [
      [80, 50],
      [130, 42],
      [210, 32],
      [400, 24],
      [800, 17],
      [MORE, 13.5],
    ],
    further: [
      [200, 24],
      [MORE, 15],
    ],
    value: [
      [120, 21],
      [220, 18],
      [400, 15.5],
      [MORE, 13.5],
    ],
  },
  bold: {
    purpose: [
      [70, 82],
      [110, 66],
      [160, 50],
      [240, 36],
      [400, 26],
      [800, 18],
      [MORE, 13.5],
    ],
    further: [
      [120, 28],
      [240, 22],
      [MORE, 15],
    ],
    value: [
      [90, 25],
      [160, 21],
      [300, 17.5],
      [MORE, 13.5],
    ],
  },
}
/** Audiences and proofs by themselves. */
const PLAIN = 14.5

export function sizeOf(design: Design, kind: BriefItem['kind'], text: string, leads: boolean): number {
  if (kind !== 'purpose' && kind !== 'value') return PLAIN
  const sizes = SIZES[design]
  const steps = kind === 'value' ? sizes.value : leads ? sizes.purpose : sizes.further
  const length = widthOf(text)
  return steps.find(([letters]) => length <= letters)?.[1] ?? PLAIN
}

/** In letters; an ideograph is as wide as two. */
export function widthOf(text: string): number {
  return text.length + (text.match(/[\u2E80-\uFFDC]/gu)?.length ?? 0)
}
