/** The notices that the team has left as they are, out of whatever peers wrote there. */
import {
  cleanLine,
  compareText,
  cutText,
  isId,
  LIMITS,
  type Dismissal,
  type Dismissals,
  type EpochMs,
} from '../schema/index.ts'
import type { MapDoc } from './map-doc.ts'

/** A rule's id, and the id of the block that the notice is about first, if it is about one. */
const KEY = /^[a-z][a-z-]{0,63}(?: (\S+))?$/

function isNoticeKey(key: string): boolean {
  const found = KEY.exec(key)
  return found !== null && (found[1] === undefined || isId(found[1]))
}

function line(value: unknown, length: number): string {
  return typeof value === 'string' ? cutText(cleanLine(value), length) : ''
}

function readDismissal(value: unknown): Dismissal | null {
  if (typeof value !== 'object' || value === null) return null
  const { print, reason, by, at } = value as Record<string, unknown>
  if (typeof print !== 'string' || print === '' || print.length > 64) return null
  const isTime = typeof at === 'number' && Number.isSafeInteger(at) && at >= 0
  return {
    print,
    reason: line(reason, LIMITS.reasonLength),
    by: line(by, LIMITS.nameLength),
    at: (isTime ? at : 0) as EpochMs,
  }
}

/** In the order of the keys, the same for everyone. Never throws; what is no dismissal is counted in `malformed`. */
export function readDismissed(map: MapDoc): { readonly dismissed: Dismissals; readonly malformed: number } {
  const dismissed = new Map<string, Dismissal>()
  let malformed = 0
  for (const key of [...map.dismissed.keys()].toSorted(compareText)) {
    const dismissal = isNoticeKey(key) ? readDismissal(map.dismissed.get(key)) : null
    if (dismissal === null || dismissed.size >= LIMITS.dismissals) malformed += 1
    else dismissed.set(key, dismissal)
  }
  return { dismissed, malformed }
}
