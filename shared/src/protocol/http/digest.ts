/** `/api/maps/:id/digest`: the daily mail of a map, for whoever calls. */
import { z } from 'zod'

export const askDigestRequest = z.strictObject({ address: z.email().max(254) })
export type AskDigestRequest = z.infer<typeof askDigestRequest>

export const digestAnswer = z.object({
  /** False where the server sends no mail. */
  available: z.boolean(),
  /** "07:00 (Europe/Zurich)": when it is sent. */
  at: z.string(),
  /** The caller's own address; nobody is told of another's. */
  mine: z.object({ address: z.string(), confirmed: z.boolean() }).nullable(),
})
export type DigestAnswer = z.infer<typeof digestAnswer>
