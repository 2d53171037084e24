import type { Block, BlockKind } from './block.ts'
import type { Composition } from './composition.ts'
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
  /** What people have decided about its brief. */
  readonly brief: Composition
}

export function blocksOf(map: PositioningMap, kind: BlockKind): readonly Block[] {
  return [...map.blocks.values()].filter((block) => block.kind === kind)
}

/** Every block's neighbours, found once a map: rules and outlines ask for all of them. */
const neighbours = new WeakMap<readonly Link[], ReadonlyMap<BlockId, readonly BlockId[]>>()

function neighboursIn(links: readonly Link[]): ReadonlyMap<BlockId, readonly BlockId[]> {
  const known = neighbours.get(links)
  if (known !== undefined) return known
  const found = new Map<BlockId, BlockId[]>()
  const join = (id: BlockId, other: BlockId) => {
    const others = found.get(id)
    if (others === undefined) found.set(id, [other])
    else others.push(other)
  }
  for (const { from, to } of links) {
    join(from, to)
    join(to, from)
  }
  neighbours.set(links, found)
  return found
}

/** Blocks of a kind that are linked with this one, in either direction, in the order of the map's links. */
export function linkedTo(map: PositioningMap, id: BlockId, kind: BlockKind): readonly Block[] {
  return (neighboursIn(map.links).get(id) ?? []).flatMap((other) => {
    const block = map.blocks.get(other)
    return block?.kind === kind ? [block] : []
  })
}

/** Code-point order: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
