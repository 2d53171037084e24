/** `POST /api/session` trades a key for a cookie of that map; `GET /api/session/:map` says what the cookie allows. */
import { z } from 'zod'
import { ROLES } from '../../access/index.ts'

export const sessionRequest = z.strictObject({ map: z.string().max(64), key: z.string().min(1).max(200) })
export type SessionRequest = z.infer<typeof sessionRequest>

export const sessionAnswer = z.object({
  role: z.enum(ROLES),
  /** Null until this browser has made itself known with `POST /api/maps/:id/people`. */
  person: z.object({ id: z.string(), name: z.string(), voice: z.string().nullable() }).nullable(),
})
export type SessionAnswer = z.infer<typeof sessionAnswer>
