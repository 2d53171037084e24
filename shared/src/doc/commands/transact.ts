import type { MapDoc } from '../map-doc.ts'
import { EDIT } from '../origins.ts'

/** One transaction, one origin, one undo. */
export function transact(map: MapDoc, change: () => void, origin: unknown = EDIT): void {
  map.doc.transact(change, origin)
}
