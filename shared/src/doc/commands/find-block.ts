import type { BlockId } from '../../schema/index.ts'
import * as Y from 'yjs'
import type { MapDoc } from '../map-doc.ts'
import { standingOf } from '../read-block.ts'

/** The shared map behind a block that is there and not deleted, else null. */
export function findBlock(map: MapDoc, id: BlockId): Y.Map<unknown> | null {
  const shared = map.blocks.get(id)
  return shared instanceof Y.Map && standingOf(shared) === 'block' ? shared : null
}
