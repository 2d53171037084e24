import { newBlockId, type BlockId, type BlockKind, type EpochMs, type PlacedFrame } from '../../schema/index.ts'
import * as Y from 'yjs'
import { writeKeyed } from '../keyed-array.ts'
import type { MapDoc } from '../map-doc.ts'
import { UNTRACKED } from '../origins.ts'
import { seedText } from '../write-text.ts'
import { frameTuple } from './move-blocks.ts'
import { transact } from './transact.ts'

export interface NewBlock {
  readonly kind: BlockKind
  readonly frame: PlacedFrame
  readonly statement?: string
  /** Display name of who makes it. */
  readonly createdBy?: string
}

/**
 * Makes a block and its place. Two transactions: an untracked one that makes it deleted, then a tracked one that lifts
 * the deletion. So an undo of the making sets `deletedAt` again, and a redo brings back what a peer has typed into it
 * meanwhile; with one transaction undo would take the peer's words with the block.
 */
export function addBlock(
  map: MapDoc,
  { kind, frame, statement = '', createdBy = '' }: NewBlock,
  now: EpochMs,
  id: BlockId = newBlockId(),
): BlockId {
  const block = new Y.Map<unknown>()
  transact(
    map,
    () => {
      for (const [key, value] of Object.entries({
        kind,
        status: 'draft',
        owner: '',
        tags: [],
        createdAt: now,
        createdBy,
        deletedAt: now,
      }))
        block.set(key, value)
      map.blocks.set(id, block)
      writeKeyed(map.frames, new Map([[id, frameTuple(frame)]]))
      seedText(map, id, 'statement', statement)
    },
    UNTRACKED,
  )
  transact(map, () => block.delete('deletedAt'))
  return id
}
