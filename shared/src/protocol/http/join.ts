/**
 * `POST /api/join` trades a workshop's code for a cookie of its map, as a commenter: answered as a session is, with the map.
 * 404 for a code that leads nowhere or no more, 429 after ten wrong ones a minute from one address.
 */
import { z } from 'zod'
import { sessionAnswer } from './session.ts'

export const joinRequest = z.strictObject({ code: z.string().min(1).max(40) })
export type JoinRequest = z.infer<typeof joinRequest>

export const joinAnswer = sessionAnswer.extend({ map: z.string() })
export type JoinAnswer = z.infer<typeof joinAnswer>
