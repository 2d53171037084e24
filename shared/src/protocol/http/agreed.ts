/** `/api/maps/:id/agreed`: what the map last agreed on, and what has moved since. Beyond the contract. */
import { z } from 'zod'
import { BLOCK_KINDS } from '../../schema/index.ts'

export const agreedView = z.object({
  block: z.string(),
  kind: z.enum(BLOCK_KINDS),
  is: z.enum(['as agreed', 'reworded', 'no longer agreed']),
  agreed: z.object({ statement: z.string(), at: z.string(), by: z.string().optional() }),
  /** As it reads now. */
  statement: z.string(),
  /** Who reworded it last and when, in epoch milliseconds; `''` and null where it was not reworded or nobody knows. */
  by: z.string(),
  at: z.number().int().nullable(),
})

export const agreedAnswer = z.object({
  blocks: z.array(agreedView),
  open: z.number().int(),
  last: z.string().nullable(),
})
export type AgreedAnswer = z.infer<typeof agreedAnswer>
