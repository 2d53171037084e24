import type { BlockId, EpochMs } from '../../schema/index.ts'
import type { MapDoc } from '../map-doc.ts'
import { agreeBlock, setStatement } from './edit-block.ts'
import { findBlock } from './find-block.ts'
import { transact } from './transact.ts'

/** A statement that reads so from now on, agreed on: in one step. Does nothing when the block is gone. */
export function settleWording(map: MapDoc, id: BlockId, statement: string, by: string, now: EpochMs): void {
  if (findBlock(map, id) === null) return
  transact(map, () => {
    setStatement(map, id, statement)
    agreeBlock(map, id, by, now)
  })
}
