/** What the Notices panel says. What a notice says itself stands with its rule, in `shared/src/notices`. */
import type { NoticeGroup } from '@throughline/shared/notices'
import { count, sentence } from './words.ts'

export const NOTICES_PANEL = 'Notices'
export const NOTICES_INTRO = 'Things the map shows about itself. None is a fault.'
export const NOTHING_TO_NOTICE = 'Nothing to notice just now. That can change with the next sentence.'
export const LOOKING = 'Looking…'

export const GROUP_WORDS: Record<NoticeGroup, string> = {
  argument: 'The line of the argument',
  proof: 'What holds it up',
  words: 'The words',
}

export const SHOW_BLOCKS = 'Show them'
export const SHOW_LINE = 'Show the line'
export const andMore = (n: number): string => `and ${count(n, 'more', 'more')}`
export const openCount = (n: number): string => (n === 0 ? 'Nothing to notice' : `${sentence(count(n, 'notice'))} open`)
export const NOTHING_WRITTEN = 'Nothing written yet'

/** What one can do about a notice at once. */
export const ACTS = {
  'add-purpose': 'Add a purpose',
  'add-value': 'Add a value',
  'add-audience': 'Add an audience',
  'add-proof': 'Add a proof',
  'link-purpose': 'Link the purpose',
  'link-here': 'Link one that is here',
  'open-block': 'Open it',
  'add-source': 'Add a source',
  'confirm-today': 'It holds today',
  'name-alternative': 'Say what they do without us',
  reword: 'Change the wording',
  'agree-again': 'Agree to these words',
  'put-back': 'Put the agreed ones back',
} as const

export const SOURCE_LABEL = 'Where one can look it up'
export const SOURCE_SAVE = 'Keep the source'
export const ALTERNATIVE_LABEL = 'What they would do without us'
export const ALTERNATIVE_SAVE = 'Keep it'

export const LEAVE = 'Leave it'
export const LEAVE_LABEL = 'Why it stays as it is, for everybody to read'
export const LEAVE_SAVE = 'Leave it as it is'
export const CANCEL = 'Not now'
export const LEFT_SAID = 'Left as it is, for everybody. Undo brings it back.'
export const LEFT_HEADING = 'Left as it is'
export const TAKE_UP = 'Take it up again'
export const TAKEN_UP = 'It is among the notices again.'
export const CONFIRMED = 'Seen today to be so. Undo takes that back.'

export const returnsIf = (blocks: number): string =>
  blocks === 0 ? '' : blocks === 1 ? 'Returns if the block changes.' : 'Returns if one of the blocks changes.'
export const leftBy = (by: string, day: string): string => [by, day].filter((part) => part !== '').join(', ')
