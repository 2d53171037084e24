/** What of a workshop would be new to somebody, part by part. */
import type { WorkshopCommand } from '@throughline/shared/protocol'
import type { PartName, Said } from './wire.ts'

export const PART_NAMES = [
  'course',
  'asked',
  'voting',
  'people',
  'numbers',
  'own',
] as const satisfies readonly PartName[]

/** All of it to whoever has been told nothing. */
export function freshIn(said: Said, before: Said | null): readonly PartName[] {
  return before === null ? PART_NAMES : PART_NAMES.filter((part) => !isSame(said[part], before[part]))
}

function isSame(a: Said[PartName], b: Said[PartName]): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b
  return a === b || (a.length === b.length && a.every((one, at) => one === b[at]))
}

/** Who is here, and how many have written and voted: that can wait. */
export function onlyCounts(fresh: readonly PartName[]): boolean {
  return fresh.every((part) => part === 'people' || part === 'numbers')
}

/** Characters. */
export function lengthOf(parts: readonly PartName[], said: Said): number {
  return parts.reduce((sum, part) => sum + [said[part]].flat().reduce((all, one) => all + one.length, 0), 0)
}

/** What an answer to a command brings: of what many do at once what is theirs alone, for the rest comes by events. */
export function partsOf({ type }: Pick<WorkshopCommand, 'type'>): readonly PartName[] {
  if (type === 'write' || type === 'vote') return ['numbers', 'own']
  return type === 'hand' || type === 'speak-for' ? ['people', 'own'] : PART_NAMES
}
