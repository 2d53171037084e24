/** The ready-made programmes, in the order to offer them. */
import type { Programme } from './programme.ts'
import { audienceByAudience } from './programmes/audience-by-audience.ts'
import { everyoneWritesItDown } from './programmes/everyone-writes-it-down.ts'
import { fromScatteredToOneLine } from './programmes/from-scattered-to-one-line.ts'
import { proofHunt } from './programmes/proof-hunt.ts'

export const PROGRAMMES: readonly Programme[] = [
  everyoneWritesItDown,
  fromScatteredToOneLine,
  audienceByAudience,
  proofHunt,
]
