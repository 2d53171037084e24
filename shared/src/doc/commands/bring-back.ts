import type { BlockId } from '../../schema/index.ts'
import * as Y from 'yjs'
import type { MapDoc } from '../map-doc.ts'
import { transact } from './transact.ts'

/** Puts a deleted block back as it lies in the document: with whatever was written in it since, by anybody. */
export function bringBack(map: MapDoc, id: BlockId): void {
  const shared = map.blocks.get(id)
  if (!(shared instanceof Y.Map) || shared.get('deletedAt') === undefined) return
  transact(map, () => shared.delete('deletedAt'))
}
