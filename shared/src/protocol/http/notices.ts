/** `GET /api/maps/:id/notices`. */
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
})
export type NoticesAnswer = z.infer<typeof noticesAnswer>
