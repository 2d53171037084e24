/** What of a map is not shown, and why: in one quiet line, for what a program or another client wrote into it. */
import type { Ignored } from '@throughline/shared/doc'
import { LIMITS } from '@throughline/shared/schema'

export const HIDE_LINE = 'Hide'
export const UNDRAWN = 'Some of what was drawn cannot be shown.'

const number = new Intl.NumberFormat('en-GB')

const TOO_MANY: Readonly<Record<string, string>> = {
  blocks: `A map shows ${number.format(LIMITS.blocks)} blocks; those made last are left out.`,
  links: `A map shows ${number.format(LIMITS.links)} links; some are left out.`,
  voices: `A map has ${LIMITS.voices} voices; the last ones are left out.`,
}
const MALFORMED = 'Something in this map could not be read and is left out; all the rest is here.'

/** `''` when nothing is left out. */
export function leftOutWords(ignored: readonly Ignored[], undrawn: boolean): string {
  const said = ignored.map(({ path, problem }) =>
    problem.startsWith('more than') ? (TOO_MANY[path] ?? MALFORMED) : MALFORMED,
  )
  return [...new Set([...said, ...(undrawn ? [UNDRAWN] : [])])].join(' ')
}
