import { cleanLine, cutText, LIMITS, type Dismissal } from '../../schema/index.ts'
import type { MapDoc } from '../map-doc.ts'
import { transact } from './transact.ts'

/** Leaves a notice as it is, for everybody, until what its blocks say changes. `key` is the notice's name. */
export function dismissNotice(map: MapDoc, key: string, { print, reason, by, at }: Dismissal): void {
  const kept = {
    print,
    reason: cutText(cleanLine(reason), LIMITS.reasonLength),
    by: cutText(cleanLine(by), LIMITS.nameLength),
    at,
  }
  transact(map, () => map.dismissed.set(key, kept))
}

/** Takes it up again, for everybody. */
export function reopenNotice(map: MapDoc, key: string): void {
  if (map.dismissed.has(key)) transact(map, () => map.dismissed.delete(key))
}
