import type { BlockId, EpochMs } from '../../schema/index.ts'
import type { MapDoc } from '../map-doc.ts'
import { findBlock } from './find-block.ts'
import { transact } from './transact.ts'

/**
 * Takes blocks off the map. Their texts and links stay in the document, unread, so that undo brings everything back,
 * a colleague's words of the meantime included.
 */
export function removeBlocks(map: MapDoc, ids: readonly BlockId[], now: EpochMs): void {
  transact(map, () => {
    for (const id of ids) findBlock(map, id)?.set('deletedAt', now)
  })
}
