/** Commands, keys and finding, as they are called on screen. */
import type { Place } from '@throughline/shared/finding'
import { count, FIELD_WORDS, sentence } from './words.ts'

export const PALETTE = 'Commands and blocks'
export const FIND = 'Find'
export const SHORTCUTS = 'Keys'
export const UNDO = 'Undo what I did'
export const REDO = 'Redo'
export const WALK = 'To the next block of the argument; with Shift to the one before'
export const WRITE = 'Write in the chosen block'
export const STEP_OUT = 'Stop writing, then choose nothing'
export const OPEN_BLOCK = 'Open all that the chosen block holds'
export const LINK_BLOCK = 'Link the chosen block with another'
export const TRACE = 'Trace the line of the chosen block'
export const MOVE = 'Move what is chosen, by any arrow'
export const CHOOSE_ALL = 'Choose everything'
export const DUPLICATE = 'Duplicate what is chosen'
export const DELETE = 'Delete what is chosen'
export const FIT = 'See the whole map'
export const FULL_SIZE = 'Look at it at 100 %'
export const SHARE = 'Share'
export const IMPORT = 'Paste or import…'
export const HOME = 'To the maps of this browser'
export const SHOW_IN_OUTLINE = 'Show the chosen block in the outline'
export const markAs = (status: string): string => `Mark what is chosen: ${status}`
export const turnInto = (kind: string): string => `Turn what is chosen into: ${kind}`
export const markedAs = (status: string, n: number): string => `${sentence(count(n, 'block'))} marked: ${status}.`
export const turnedInto = (kind: string, n: number): string =>
  `${sentence(count(n, 'block'))} turned into: ${kind}. Every text is kept.`
export const deleted = (n: number): string => `${sentence(count(n, 'block'))} deleted. Undo brings back what was there.`
export const takeInHand = (kind: string): string => `Take ${kind} in hand`
export const openPanel = (panel: string): string => `Open ${panel}`

export const PALETTE_FIELD = 'What to do, or words of a block'
export const PALETTE_RESULTS = 'Commands and blocks'
export const PALETTE_COMMANDS = 'Commands'
export const PALETTE_BLOCKS = 'Blocks'
export const PALETTE_NOTHING = 'Nothing is called that, and no block says it.'

export const KEYS_TITLE = 'Keys'
export const KEYS_ANYWHERE = 'Anywhere on the page'
export const KEYS_CANVAS = 'On the canvas'

export const FIND_FIELD = 'Words'
export const FIND_HINT = 'In statements, details, fields, tellings, tags, owners and links'
export const FIND_RESULTS = 'Found'
export const FIND_NOTHING = 'Nothing on this map says that.'
export const FIND_KIND = 'Kind'
export const FIND_STATUS = 'Status'
export const FIND_OWNER = 'Owner'
export const FIND_ANY = 'Any'
export const FIND_WITHOUT_PROOF = 'Without proof'
export const FIND_PAST_REVIEW = 'Past review'
export const FIND_OUTLINE = 'Show in the outline'
export const FIND_NO_WORDS = 'Nothing written yet'
export const FIND_MOST = 200
export const sayMore = (n: number): string => `And ${n} more; another word narrows it.`

/** Where it stands; `''` for a statement, which needs no saying. */
export function sayPlace(place: Place, voiceName: string): string {
  switch (place.is) {
    case 'statement':
      return ''
    case 'detail':
      return 'Detail'
    case 'tags':
      return 'Tags'
    case 'owner':
      return 'Owner'
    case 'field':
      return FIELD_WORDS[place.field]
    case 'telling':
      return `${voiceName} says`
  }
}
