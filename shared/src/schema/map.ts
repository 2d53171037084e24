import type { Block, BlockKind } from './block.ts'
import type { BlockId } from './ids.ts'
import type { Link } from './link.ts'
import type { Voice } from './voice.ts'

/**
 * One positioning map as plain data: what every rule, lens, brief and export works on.
 *
 * - **PM1** `blocks` iterate in the order of their ids, `links` from then to, `voices` in the map's order.
 * - **PM2** Every link joins two different blocks of this map, and no two blocks are linked twice.
 * - **PM3** Every link points the way the argument goes, where its two kinds have a way.
 */
export interface PositioningMap {
  readonly title: string
  readonly subject: string
  readonly voices: readonly Voice[]
  readonly blocks: ReadonlyMap<BlockId, Block>
  readonly links: readonly Link[]
}

export function blocksOf(map: PositioningMap, kind: BlockKind): readonly Block[] {
  return [...map.blocks.values()].filter((block) => block.kind === kind)
}

/** Blocks of a kind that are linked with this one, in either direction, in the order of the map's links. */
export function linkedTo(map: PositioningMap, id: BlockId, kind: BlockKind): readonly Block[] {
  return map.links.flatMap((link) => {
    const other = link.from === id ? link.to : link.to === id ? link.from : undefined
    const block = other === undefined ? undefined : map.blocks.get(other)
    return block?.kind === kind ? [block] : []
  })
}

/** Code-point order: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
