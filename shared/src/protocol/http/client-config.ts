/** `GET /api/config`: what the client learns from its server at run time, without a rebuild. */
import { z } from 'zod'

export const clientConfig = z.object({
  tldrawLicenseKey: z.string().nullable(),
  /** Origin for links; null: the page's own. */
  publicUrl: z.string().nullable(),
  /** Whether making a map needs the operator's key. */
  needsAdminKey: z.boolean(),
  /** Whether people can ask for a daily mail. */
  sendsMail: z.boolean(),
  version: z.string(),
})
export type ClientConfig = z.infer<typeof clientConfig>
