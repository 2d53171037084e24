/** `GET /api/maps/:id/notices`: those that are open, and apart from them those that the team has left. */
import { z } from 'zod'

export const noticesAnswer = z.object({
  notices: z.array(
    z.object({
      rule: z.string(),
      /** The block it is about first; empty when it is about the map. */
      about: z.array(z.string()),
      says: z.string(),
      why: z.string(),
    }),
  ),
  /** What the team has left as it is: like the others, with the reason. Back among `notices` once its blocks change. */
  dismissed: z.array(
    z.object({
      rule: z.string(),
      about: z.array(z.string()),
      says: z.string(),
      why: z.string(),
      reason: z.string(),
      by: z.string(),
      /** Epoch ms. */
      at: z.number(),
    }),
  ),
})
export type NoticesAnswer = z.infer<typeof noticesAnswer>
