/** What the Tellings panel says. It says what is there and never how good it is. */
import type { VoiceRefusal } from '@throughline/shared/doc'
import { count, sentence } from './words.ts'

export const TELLINGS = 'Tellings'
export const NOBODY_TOLD = 'Nobody has told this one yet. Ask five people before you ask for agreement.'
export const NOTHING_TOLD = 'No block has been told yet. Choose one on the map and write how a voice says it.'
export const WHOLE_MAP = 'The whole map'
export const THIS_BLOCK = 'The chosen block'
export const BY_DRIFT = 'The block that is told most differently comes first.'
export const STATEMENT_MARK = '§'
export const THE_STATEMENT = 'the statement'
export const IN_COMMON = 'In common'
export const CATEGORY = 'The category'
export const FIGURES = 'Figures'
export const SAID_ONCE = 'Said once'
export const SAYS_IT = 'says it'
export const SAYS_NOT = 'does not say it'
export const WORD = 'Word'
export const VOICES = 'Voices of this map'
export const ADD_VOICE = 'Add a voice'
export const ADD = 'Add'
export const VOICE_NAME = 'Name of a voice'
export const NOT_A_GRADE = 'A figure, not a grade.'
export const NOTHING_TO_COMPARE = 'There is nothing to compare yet: it takes two wordings in one language.'

export const howWouldSay = (voice: string): string => `How does ${voice} say it?`
export const tellingBy = (voice: string): string => `Telling by ${voice}`
export const moveUp = (voice: string): string => `Move ${voice} up`
export const moveDown = (voice: string): string => `Move ${voice} down`
export const removeVoiceOf = (voice: string): string => `Remove ${voice}`
export const voiceRemoved = (voice: string): string =>
  `${voice} removed. Its tellings are kept: undo, or a voice of that name, brings them back.`
export const moreBlocks = (n: number): string => `Show ${count(n, 'more block')}`
export const moreWords = (n: number): string => `Show ${count(n, 'more word')}`

export const wordsInCommon = (all: number): string => `of ${all} ${all === 1 ? 'word' : 'words'} in common`
/** Two places: a third would pretend to know. */
export const driftFigure = (figure: number): string => `Drift ${figure.toFixed(2)}`
export const driftMeans = (figure: number): string =>
  `${driftFigure(figure)}, how far the tellings are apart. ${NOT_A_GRADE}`

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })
/** "Marketing shares no word with the others." "Leadership and Customer share no word." */
export const sharesNothing = (one: string, others: readonly string[] | 'all'): string =>
  others === 'all'
    ? `${sentence(one)} shares no word with the others.`
    : `${sentence(one)} shares no word with ${list.format(others)}.`
export const notComparable = (one: string, others: readonly string[]): string =>
  `${sentence(one)} is in another language than ${list.format(others)}: not comparable.`

const REFUSALS: Record<VoiceRefusal, string> = {
  'no-name': 'A voice needs a name.',
  'name-taken': 'There is a voice of that name already.',
  'too-many': 'A map has room for 24 voices, and this one is full.',
}
export const voiceRefused = (why: VoiceRefusal): string => REFUSALS[why]
