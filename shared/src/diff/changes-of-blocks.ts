import type { BlockId } from '../schema/index.ts'
import type { MapChange } from './change.ts'

/**
 * What of a difference concerns these blocks: their own edits, and links with one of them at an end, as long as the
 * other end is there afterwards. `stays` says whether a block that is not among them is.
 */
export function changesOfBlocks(
  changes: readonly MapChange[],
  blocks: ReadonlySet<BlockId>,
  stays: (id: BlockId) => boolean,
): readonly MapChange[] {
  const isThere = (id: BlockId) => blocks.has(id) || stays(id)
  return changes.filter((change) => {
    if (change.block === null) return false
    if (change.what !== 'linked' && change.what !== 'unlinked') return blocks.has(change.block)
    const other = change.what === 'linked' ? change.after : change.before
    return (blocks.has(change.block) || blocks.has(other)) && isThere(change.block) && isThere(other)
  })
}
