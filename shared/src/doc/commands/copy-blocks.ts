import type { EpochMs } from '../../schema/index.ts'
import * as Y from 'yjs'
import type { MapDoc } from '../map-doc.ts'
import { UNTRACKED } from '../origins.ts'
import { placeContent, type Content } from './place-content.ts'
import { transact } from './transact.ts'

/**
 * Adds blocks with all their words, as a copy or a paste does. In two transactions, like `addBlock`: undo sets them
 * aside as deleted, and what a peer has typed into a copy meanwhile is back with a redo.
 */
export function copyBlocks(map: MapDoc, blocks: Content['blocks'], now: EpochMs): void {
  if (blocks.length === 0) return
  const copies = () => blocks.map(({ id }) => map.blocks.get(id)).filter((copy) => copy instanceof Y.Map)
  transact(
    map,
    () => {
      placeContent(map, { blocks, links: [], voices: [] }, now)
      for (const copy of copies()) copy.set('deletedAt', now)
    },
    UNTRACKED,
  )
  transact(map, () => {
    for (const copy of copies()) copy.delete('deletedAt')
  })
}
