/**
 * The agreed line: what a map last agreed on, and what of it has moved since.
 *
 * - **AL1** A block with agreed wording is in it once: as agreed, reworded since, or no longer marked as agreed.
 * - **AL2** In reading order, kind by kind, so that it reads as the argument does.
 */
import { inReadingOrder } from '../brief/index.ts'
import { BLOCK_KINDS, blocksOf, type AgreedWording, type Block, type PositioningMap } from '../schema/index.ts'

export interface AgreedBlock {
  readonly block: Block
  readonly agreed: AgreedWording
  readonly is: 'as agreed' | 'reworded' | 'no longer agreed'
}

export interface AgreedLine {
  readonly blocks: readonly AgreedBlock[]
  /** How many blocks of the map have never been agreed on. */
  readonly open: number
  /** How many are marked as agreed, as a map file may bring them, without the wording that was agreed on. */
  readonly unworded: number
  /** When something was last agreed on, as the map holds it; null where nothing has been. */
  readonly last: string | null
}

export function agreedLineOf(map: PositioningMap): AgreedLine {
  const all = BLOCK_KINDS.flatMap((kind) => inReadingOrder(blocksOf(map, kind)))
  const blocks = all.flatMap((block) =>
    block.agreed === null ? [] : [{ block, agreed: block.agreed, is: fateOf(block, block.agreed) }],
  )
  const last = blocks
    .map(({ agreed }) => agreed.at)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1)
  const unworded = all.filter(({ agreed, status }) => agreed === null && status === 'agreed').length
  return { blocks, open: all.length - blocks.length - unworded, unworded, last: last ?? null }
}

function fateOf({ statement, status }: Block, agreed: AgreedWording): AgreedBlock['is'] {
  if (agreed.statement !== statement) return 'reworded'
  return status === 'agreed' ? 'as agreed' : 'no longer agreed'
}
