/** How large a card has to be for its statement (`look.md`, "Cards"). Pages are laid out by it before anybody has drawn them. */
import { DEFAULT_SIZES, LIMITS, MIN_SIZE, type Block, type BlockKind } from '../schema/index.ts'
import { countLines } from './text-width.ts'

export interface Size {
  readonly w: number
  readonly h: number
}

/** Statement: where it starts, its size and its line, in page units. */
const TEXT = {
  purpose: { top: 46, size: 23, line: 29 },
  value: { top: 44, size: 17, line: 23 },
  audience: { top: 44, size: 16, line: 22 },
  proof: { top: 44, size: 15, line: 20 },
} as const satisfies Record<BlockKind, { top: number; size: number; line: number }>
const SIDE = 14
/** Gap above the footer, the footer, and what is below it; and the air below the words of a card without one. */
const FOOT = 10 + 16 + 10
const AIR = 14

/** Whether a card says something below its statement: who told it, its fact, or what was agreed. */
export function needsFoot({ kind, statement, fields, tellings, agreed }: Omit<Block, 'frame'>): boolean {
  const fact = { purpose: fields.category, value: undefined, audience: fields.reach, proof: fields.by }[kind]
  return tellings.size > 0 || fact !== undefined || (agreed !== null && agreed.statement !== statement)
}

/**
 * At the width it is given, or at the default one: as high as its words and its footer need, and never under the
 * smallest card. Without words it is what a new card of its kind is.
 */
export function estimateCard(
  kind: BlockKind,
  statement: string,
  w: number = DEFAULT_SIZES[kind].w,
  hasFoot = true,
): Size {
  const width = Math.max(w, MIN_SIZE.w)
  const { top, size, line } = TEXT[kind]
  const lines = countLines(statement, (width - 2 * SIDE) / size)
  const least = statement === '' ? DEFAULT_SIZES[kind].h : MIN_SIZE.h
  const height = Math.max(least, top + lines * line + (hasFoot ? FOOT : AIR))
  return { w: width, h: Math.min(height, LIMITS.cardSide) }
}

/** Wider cards for long statements: a column is not read, and it makes the whole map a tower. */
const WIDENINGS = [1, 1.2, 1.4, 1.7, 2] as const

/** A card of no more than this part of its default height is never widened. */
const FLATTEST = 0.7

/** How high a card may be for its width; the flatter ones keep a tall map from being a tower of small print. */
export const CARD_SHAPES = [0.66, 0.5, 0.4] as const
export type CardShape = (typeof CARD_SHAPES)[number]

export function comfortableCard(block: Omit<Block, 'frame'>, shape: CardShape = CARD_SHAPES[0]): Size {
  const { kind, statement } = block
  const wide = (by: number) => Math.round((DEFAULT_SIZES[kind].w * by) / 4) * 4
  const sizes = WIDENINGS.map((by) => estimateCard(kind, statement, wide(by), needsFoot(block)))
  return (
    sizes.find(({ w, h }) => h <= Math.max(w * shape, DEFAULT_SIZES[kind].h * FLATTEST)) ??
    sizes.at(-1) ??
    DEFAULT_SIZES[kind]
  )
}
