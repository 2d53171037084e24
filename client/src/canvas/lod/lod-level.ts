/**
 * How much of a card is drawn at a zoom. Each border has two values, so that resting on one never flickers.
 *
 * - **LD1** `level` 0 is a card as an element, 1 a drawn one, 2 a plate with its sign.
 * - **LD2** Whatever the zoom was before, it jumps straight to the right level.
 * - **LD3** While one zooms, no card becomes whole, and once one has gone a quarter, none is: to rasterise a screen of
 *   them anew takes longer than a frame. A small step takes nothing away.
 */
export interface Lod {
  readonly level: 0 | 1 | 2
  /** Whether a drawn card has its words in their own type. */
  readonly near: boolean
  /** Footers and the word of the status; from 60 %. */
  readonly footers: boolean
  /** Labels of links; from 40 %. */
  readonly labels: boolean
  /** Signs on plates; while an ordinary plate is at least 24 px wide. */
  readonly signs: boolean
}

/** Below `off` a thing goes, from `on` it is back. */
interface Border {
  readonly off: number
  readonly on: number
}

const WORDS: Border = { off: 0.3, on: 0.34 }
/** Zoomed by more than this, cards are drawn until one rests. */
const A_QUARTER = 1.25
const NEAR: Border = { off: 0.43, on: 0.46 }
const PLATE: Border = { off: 0.12, on: 0.14 }
const FOOTERS: Border = { off: 0.6, on: 0.63 }
const LABELS: Border = { off: 0.4, on: 0.43 }
const SIGNS: Border = { off: 0.086, on: 0.095 }

const isAbove = ({ off, on }: Border, zoom: number, was: boolean): boolean => zoom >= (was ? off : on)

/** `before` is null at the start; `from` is the zoom that is being left, null at rest. */
export function lodAt(zoom: number, before: Lod | null, from: number | null = null): Lod {
  const wasWhole = before === null || before.level === 0
  const maybeWhole = from === null || (wasWhole && Math.max(zoom / from, from / zoom) < A_QUARTER)
  const whole = maybeWhole && isAbove(WORDS, zoom, wasWhole)
  const words = isAbove(PLATE, zoom, before === null || before.level <= 1)
  return {
    level: whole ? 0 : words ? 1 : 2,
    near: isAbove(NEAR, zoom, before?.near ?? true),
    footers: isAbove(FOOTERS, zoom, before?.footers ?? true),
    labels: isAbove(LABELS, zoom, before?.labels ?? true),
    signs: isAbove(SIGNS, zoom, before?.signs ?? true),
  }
}

/** Tiny words keep their size on screen in steps of 8 %: between two of them nothing is laid out anew. */
const STEP = 1.08

/** The step at or below this zoom: what is divided by it is never smaller on screen than asked for, nor a step larger. */
export function stepBelow(zoom: number, step = STEP): number {
  const by = Math.log(step)
  return Math.exp(Math.floor(Math.log(zoom) / by + 1e-9) * by)
}
