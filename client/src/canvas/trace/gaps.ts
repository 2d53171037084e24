/** Where the empty places of a broken line stand, and the dots that lead to each. Pure. */
import { DEFAULT_SIZES, type BlockId, type BlockKind } from '@throughline/shared/schema'
import type { Break } from '@throughline/shared/trace'
import { nextTo } from '../../session/next-place.ts'
import type { Side } from '../tools/pull-state.ts'
import { sideFor } from '../tools/sides.ts'
import { curveBetween, leftOfRule, middleBottom, middleTop, rightOfRule, type Box } from '../shapes/link-geometry.ts'

export interface Gap extends Break {
  readonly side: Side
  readonly box: Box
  /** An SVG path in page units. */
  readonly dots: string
}

/** More than these at once would be a form to fill in rather than a line to follow. */
export const MOST_GAPS = 12

export function placeGaps(
  breaks: readonly Break[],
  cards: ReadonlyMap<BlockId, Box>,
  kindOf: (id: BlockId) => BlockKind | null,
): readonly Gap[] {
  const taken = [...cards.values()]
  return breaks.slice(0, MOST_GAPS).flatMap((one) => {
    const from = cards.get(one.at)
    const kind = kindOf(one.at)
    if (from === undefined || kind === null) return []
    const side = sideFor(kind, one.missing)
    const box = nextTo(from, side, DEFAULT_SIZES[one.missing], taken)
    taken.push(box)
    return [{ ...one, side, box, dots: dotsBetween(from, side, box) }]
  })
}

const LEAVES = { left: leftOfRule, right: rightOfRule, top: middleTop, bottom: middleBottom } as const
const ARRIVES = { left: rightOfRule, right: leftOfRule, top: middleBottom, bottom: middleTop } as const

function dotsBetween(from: Box, side: Side, to: Box): string {
  const { start, c1, c2, end } = curveBetween(LEAVES[side](from), ARRIVES[side](to))
  return `M${start.x} ${start.y}C${c1.x} ${c1.y} ${c2.x} ${c2.y} ${end.x} ${end.y}`
}
