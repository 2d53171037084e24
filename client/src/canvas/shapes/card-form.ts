/**
 * The four forms as SVG paths, in card units from the card's top left corner: a square, a rectangle with a hint of a
 * corner, a rounded one, one with a folded corner. Form comes before colour: the kinds read in grey.
 */
import type { BlockKind } from '@throughline/shared/schema'

/** Where the header ends: links arrive at the ends of this line, and a trace runs along it. */
export const HEADER_RULE = 34
export const FOLD = 16
/** Where the statement begins, and what is below its last line where there is no footer. */
export const STATEMENT_TOP: Readonly<Record<BlockKind, number>> = { purpose: 46, value: 44, audience: 44, proof: 44 }
export const PLAIN_ROOM = 8
const AUDIENCE_RADIUS = 20
const VALUE_RADIUS = 2

/** How far a 45° cut moves along its sides when the outline moves out by one. */
const CUT_SHIFT = Math.SQRT2 - 1

export const audienceRadius = (h: number): number => Math.min(AUDIENCE_RADIUS, h / 2)

/** Two decimals: finer is invisible. */
const n = (value: number): number => Math.round(value * 100) / 100

function rounded(w: number, h: number, out: number, radius: number): string {
  const r = Math.max(0, radius)
  const [left, top, right, bottom] = [n(-out), n(-out), n(w + out), n(h + out)]
  const arc = (x: number, y: number) => `A${n(r)} ${n(r)} 0 0 1 ${n(x)} ${n(y)}`
  return (
    `M${n(left + r)} ${top}H${n(right - r)}${arc(right, top + r)}V${n(bottom - r)}${arc(right - r, bottom)}` +
    `H${n(left + r)}${arc(left, bottom - r)}V${n(top + r)}${arc(left + r, top)}Z`
  )
}

/** The card's edge, moved out by `out` (in for a negative one). */
export function cardOutline(kind: BlockKind, w: number, h: number, out = 0): string {
  switch (kind) {
    case 'purpose':
      return `M${n(-out)} ${n(-out)}H${n(w + out)}V${n(h + out)}H${n(-out)}Z`
    case 'value':
      return rounded(w, h, out, VALUE_RADIUS)
    case 'audience':
      return rounded(w, h, out, audienceRadius(h) + out)
    case 'proof': {
      const cut = CUT_SHIFT * out
      return `M${n(-out)} ${n(-out)}H${n(w - FOLD + cut)}L${n(w + out)} ${n(FOLD - cut)}V${n(h + out)}H${n(-out)}Z`
    }
  }
}

/** The paper turned over at a proof's corner. */
export const foldPath = (w: number): string => `M${n(w - FOLD)} 0V${FOLD}H${n(w)}`

export const headerRulePath = (w: number): string => `M0 ${HEADER_RULE}H${n(w)}`

/** The ground that an agreed block stands on. */
export function baseLinePath(kind: BlockKind, w: number, h: number): string {
  if (kind === 'purpose') return `M5 ${n(h - 5)}H${n(w - 5)}`
  const from = kind === 'audience' ? audienceRadius(h) : 0
  return `M${n(from)} ${n(h - 1.4)}H${n(w - from)}`
}
