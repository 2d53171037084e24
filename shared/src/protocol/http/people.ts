/** `POST /api/maps/:id/people`: makes a person of a key and a browser. */
import { z } from 'zod'
import { LIMITS } from '../../schema/index.ts'

export const makePersonRequest = z.strictObject({
  name: z.string().min(1).max(LIMITS.nameLength),
  /** A voice's id or name, as this person chose it. */
  voice: z.string().max(LIMITS.nameLength).nullish(),
})
export type MakePersonRequest = z.infer<typeof makePersonRequest>

export const madePerson = z.object({
  id: z.string(),
  /** Shown this once; also set as a cookie. API callers send it as `X-Person`, sockets as `?person=`. */
  token: z.string(),
})
export type MadePerson = z.infer<typeof madePerson>
