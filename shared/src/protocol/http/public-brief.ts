/** `/api/maps/:id/brief/public`: what readers are shown. Viewers read it, owners set it. */
import { z } from 'zod'

export const setPublicBrief = z.strictObject({
  /** A version that somebody has named; null to follow the map. */
  version: z.string().max(64).nullable(),
})

export const publicBrief = z.object({
  /** Null while it follows the map. */
  version: z.object({ id: z.string(), name: z.string(), at: z.number().int() }).nullable(),
  /** A version was chosen and is there no more: readers are shown nothing until an owner chooses again. */
  lost: z.boolean(),
})
export type PublicBrief = z.infer<typeof publicBrief>
