/**
 * `POST /api/join` trades a workshop's code for a cookie of its map, as a commenter: answered as a session is, with the map.
 * 404 for a code that leads nowhere or no more, 429 after ten wrong ones a minute from one address.
 */
import { z } from 'zod'
import { sessionAnswer } from './session.ts'

export const JOIN_CODE_LENGTH = 6
/** None that is taken for another one (0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V), and no vowels, so that no code is a word. */
export const JOIN_CODE_ALPHABET = 'CDFGHJKMNPQRTWXY3479'

const A_CODE = new RegExp(`^[${JOIN_CODE_ALPHABET}]{${JOIN_CODE_LENGTH}}$`)

/** As it was meant, in whatever case and spacing it was typed; null for what is no code. */
export function readJoinCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s\p{Pd}]/gu, '')
  return A_CODE.test(code) ? code : null
}

export const joinRequest = z.strictObject({ code: z.string().min(1).max(40) })
export type JoinRequest = z.infer<typeof joinRequest>

export const joinAnswer = sessionAnswer.extend({ map: z.string() })
export type JoinAnswer = z.infer<typeof joinAnswer>
