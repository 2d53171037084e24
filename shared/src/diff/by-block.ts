/** A difference as people go through it: block by block, and cards that only lie elsewhere all at once. */
import type { BlockId } from '../schema/index.ts'
import type { MapChange } from './change.ts'

export interface ChangesOfBlock<Change> {
  /** Null for the map's own title, subject, voices and brief. */
  readonly block: BlockId | null
  readonly of: readonly Change[]
}

export interface ByBlock<Change> {
  /** In the order in which the blocks come. */
  readonly told: readonly ChangesOfBlock<Change>[]
  /** Blocks of which nothing is told but that they have another place; two or more, or none. */
  readonly moved: readonly BlockId[]
}

/** Forty cards that were moved together are one thing that somebody did, and say nothing about the positioning. */
export function byBlock<Change extends Pick<MapChange, 'block' | 'what'>>(changes: readonly Change[]): ByBlock<Change> {
  const groups = new Map<BlockId | null, Change[]>()
  for (const change of changes) {
    const group = groups.get(change.block)
    if (group === undefined) groups.set(change.block, [change])
    else group.push(change)
  }
  const moved = [...groups].flatMap(([block, of]) =>
    block !== null && of.every(({ what }) => what === 'moved') ? [block] : [],
  )
  const folded = new Set<BlockId | null>(moved.length > 1 ? moved : [])
  return {
    told: [...groups].flatMap(([block, of]) => (folded.has(block) ? [] : [{ block, of }])),
    moved: moved.length > 1 ? moved : [],
  }
}
