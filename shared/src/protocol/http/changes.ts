/** `/api/maps/:id/changes`: what has changed since a moment, or since the caller's last visit. */
import { z } from 'zod'
import { BLOCK_KINDS } from '../../schema/index.ts'
import { changeView } from './versions.ts'

export const changesQuery = z.object({
  /** Epoch milliseconds, or `last`: the end of this person's last visit. */
  since: z
    .union([
      z.literal('last'),
      z.string().regex(/^\d{1,15}$/, { error: 'is neither “last” nor a time in epoch milliseconds' }),
    ])
    .default('last')
    .transform((since) => (since === 'last' ? since : Number(since))),
})

export const changeSince = changeView.extend({
  /** Name of who changed it last; `''` when nobody knows. */
  by: z.string(),
  /** When, in epoch milliseconds. */
  at: z.number().int(),
  /** Whether it was the caller. */
  mine: z.boolean(),
  /** The block it is about, as it is now or last was; null for the map's own title, subject and voices. */
  about: z.object({ kind: z.enum(BLOCK_KINDS), statement: z.string() }).nullable(),
  /** What `says` says, below the block's own words: without naming it again. Absent where there is no block. */
  further: z.string().optional(),
})
export type ChangeSince = z.infer<typeof changeSince>

export const changesAnswer = z.object({
  /** The moment that was asked for; with it the same question can be asked again. */
  since: z.number().int(),
  now: z.number().int(),
  changes: z.array(changeSince),
  /** Proofs whose day of review has passed since. */
  expired: z.array(z.string()),
  /** Comments of others since. */
  comments: z.number().int(),
})
export type ChangesAnswer = z.infer<typeof changesAnswer>
