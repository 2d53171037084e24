/** The code of a workshop as people read it off a screen and type it. Needs nothing else: phones bring it along. */

export const JOIN_CODE_LENGTH = 6
/** None that is taken for another one (0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V), and no vowels, so that no code is a word. */
export const JOIN_CODE_ALPHABET = 'CDFGHJKMNPQRTWXY3479'

const A_CODE = new RegExp(`^[${JOIN_CODE_ALPHABET}]{${JOIN_CODE_LENGTH}}$`)

/** As it was meant, in whatever case and spacing it was typed; null for what is no code. */
export function readJoinCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s\p{Pd}]/gu, '')
  return A_CODE.test(code) ? code : null
}
