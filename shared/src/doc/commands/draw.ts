import { writeKeyed } from '../keyed-array.ts'
import type { MapDoc } from '../map-doc.ts'
import { transact } from './transact.ts'

/** Puts (or with null removes) free drawing, by key. A record is plain JSON; what it means is the canvas's business. */
export function draw(map: MapDoc, records: ReadonlyMap<string, unknown>): void {
  if (records.size > 0) transact(map, () => writeKeyed(map.drawing, records))
}
