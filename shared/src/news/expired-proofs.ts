import { blocksOf, type BlockId, type PositioningMap } from '../schema/index.ts'

/** Proofs whose day of review has passed since: it was not over on the day `since`, and is today. Days as YYYY-MM-DD. */
export function expiredProofs(map: PositioningMap, since: string, today: string): readonly BlockId[] {
  return blocksOf(map, 'proof').flatMap(({ id, fields: { reviewBy } }) =>
    reviewBy !== undefined && reviewBy >= since && reviewBy < today ? [id] : [],
  )
}
