/** `POST /api/session` trades a key for a cookie of that map; `GET /api/session/:map` says what the cookie allows. */
import { z } from 'zod'
import { ROLES } from '../../access/index.ts'

export const sessionRequest = z.strictObject({ map: z.string().max(64), key: z.string().min(1).max(200) })
export type SessionRequest = z.infer<typeof sessionRequest>

export const sessionAnswer = z.object({
  role: z.enum(ROLES),
  /**
   * Which life of the map this is: another one after the server was put back to a backup. Whoever holds words of
   * another life must not merge them; a socket that names its epoch (`?epoch=`) is closed with 4409 then.
   */
  epoch: z.string(),
  /** Null until this browser has made itself known with `POST /api/maps/:id/people`. */
  person: z.object({ id: z.string(), name: z.string(), voice: z.string().nullable() }).nullable(),
})
export type SessionAnswer = z.infer<typeof sessionAnswer>
