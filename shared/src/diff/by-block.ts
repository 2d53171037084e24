/** A difference as people go through it: block by block, and cards that only lie elsewhere all at once. */
import type { BlockId } from '../schema/index.ts'
import type { MapChange } from './change.ts'

export interface ChangesOfBlock {
  /** Null for the map's own title, subject, voices and brief. */
  readonly block: BlockId | null
  readonly of: readonly MapChange[]
}

export interface ByBlock {
  /** In the order in which the blocks come. */
  readonly told: readonly ChangesOfBlock[]
  /** Blocks of which nothing is told but that they have another place; two or more, or none. */
  readonly moved: readonly BlockId[]
}

/**
 * Forty cards that were moved together are one thing that somebody did, and say nothing about the positioning: of a block
 * its place comes last. A link that went with its block is told with that, and not again.
 */
export function byBlock(changes: readonly MapChange[]): ByBlock {
  const gone = new Set(changes.flatMap(({ block, what }) => (what === 'gone' ? [block] : [])))
  const groups = new Map<BlockId | null, MapChange[]>()
  for (const change of changes) {
    if (change.what === 'unlinked' && (gone.has(change.block) || gone.has(change.before))) continue
    const group = groups.get(change.block)
    if (group === undefined) groups.set(change.block, [change])
    else group.push(change)
  }
  const moved = [...groups].flatMap(([block, of]) =>
    block !== null && of.every(({ what }) => what === 'moved') ? [block] : [],
  )
  const folded = new Set<BlockId | null>(moved.length > 1 ? moved : [])
  return {
    told: [...groups].flatMap(([block, of]) => (folded.has(block) ? [] : [{ block, of: of.toSorted(placeLast) }])),
    moved: moved.length > 1 ? moved : [],
  }
}

const placeLast = (a: MapChange, b: MapChange) => Number(a.what === 'moved') - Number(b.what === 'moved')
