/**
 * Open conflicts of a map as this browser keeps them: a few lines, in the storage whose changes all windows hear of.
 * Where it refuses, they live as long as the window.
 */
import type { MapId } from '@throughline/shared/schema'
import { forget, keep, keptJson, keptNames } from '../../browser/keep.ts'
import type { OpenConflict } from '../conflicts.ts'

const OF_MAPS = 'throughline:conflicts:'

export const conflictsName = (map: MapId, epoch: string): string => `${OF_MAPS}${map}/${epoch}`

export function keptConflicts(name: string): readonly OpenConflict[] {
  const kept = keptJson(name)
  return Array.isArray(kept) ? kept.filter(isConflict) : []
}

export function keepConflicts(name: string, all: readonly OpenConflict[]): void {
  if (all.length === 0) forget(name)
  else keep(name, JSON.stringify(all))
}

/** For all lives of a map but one. */
export function forgetConflicts(map: MapId, exceptEpoch: string | null): void {
  for (const name of keptNames(`${OF_MAPS}${map}/`))
    if (exceptEpoch === null || name !== conflictsName(map, exceptEpoch)) forget(name)
}

/** Of an older version, or written by hand, is no conflict. */
function isConflict(value: unknown): value is OpenConflict {
  const { id, block, what, mine, theirs } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >
  const isSide = (side: unknown, least: number): boolean =>
    Array.isArray(side) && side.length >= least && side.every(isChange)
  return (
    typeof id === 'string' &&
    (block === null || typeof block === 'string') &&
    typeof what === 'string' &&
    isSide(mine, 1) &&
    isSide(theirs, 0)
  )
}

function isChange(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'what' in value && typeof value.what === 'string'
}
