/**
 * `/api/maps/:id/people`: `POST` makes a person of a key and a browser, `GET` says who there is; `POST …/people/me` is for
 * a person who goes by another name from now on.
 */
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

export const renameRequest = z.strictObject({ name: z.string().min(1).max(LIMITS.nameLength) })
export type RenameRequest = z.infer<typeof renameRequest>

/** Nothing that opens anything: an id only names. */
export const personView = z.object({ id: z.string(), name: z.string(), voice: z.string().nullable() })
export type PersonView = z.infer<typeof personView>

/** The newest first, at most `LIMITS.peopleListed`. */
export const peopleList = z.object({ people: z.array(personView) })
export type PeopleList = z.infer<typeof peopleList>
