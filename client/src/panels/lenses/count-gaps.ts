import type { FilledGroup } from '@throughline/shared/lenses'

/** Slots that nothing stands in. */
export function countGaps(groups: readonly FilledGroup[]): number {
  return groups.reduce(
    (sum, { cells }) =>
      sum +
      cells.reduce(
        (own, { slots, groups: inner }) => own + slots.filter(({ text }) => text === '').length + countGaps(inner),
        0,
      ),
    0,
  )
}
