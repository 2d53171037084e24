/** What the versions panel says. */
import type { BlockKind } from '@throughline/shared/schema'
import { count, KIND_WORDS, sentence } from './words.ts'

export const VERSIONS_PANEL = 'Versions'
export const NO_VERSIONS = 'The map keeps a version by itself when it rests for ten minutes. Name one to find it again.'
export const VERSION_NAME = 'Name'
export const VERSION_NAME_EXAMPLE = 'Agreed 12 March'
export const KEEP_VERSION = 'Keep this state'
export const KEPT = (name: string) => `Kept as “${name}”.`
export const BY_ITSELF = 'Kept at rest'
export const UNCHANGED = 'The map reads like this now.'
export const SINCE_THEN = 'What has changed since, by anybody:'
export const PUT_ALL_BACK = 'Put all of it back'
export const PUT_BACK_SURE =
  'Put the whole map back, for everybody? Undo brings this state back, and it is kept as a version.'
export const PUT_BACK = 'Put it back'
export const LEAVE_IT = 'Leave it'
/** By what has happened to the block since. */
export const PUT_BLOCK_BACK = { added: 'Take it off again', gone: 'Bring it back', changed: 'Put this back' } as const
export const SHOW_BLOCK = 'Show it'
export const REWORDED = (kind: BlockKind) => `The ${KIND_WORDS[kind].toLowerCase()} was reworded:`
/** Of two or more. */
export const MOVED_THEM = (n: number) => `${sentence(count(n, 'block'))} have another place.`
export const SHOW_BLOCKS = 'Show them'
export const PUT_THEM_BACK = 'Put these back'
export const PUT_BACK_DONE = 'Put back. Undo takes it back.'
export const BEFORE_PUTTING_BACK = (name: string) => `Before going back to “${name}”`
export const READING_VERSION = 'Reading…'
export const COMPARE_WITH = 'Compare with'
export const WITH_NOW = 'The map of now'
export const SHOW_ON_CANVAS = 'Show on the canvas'
export const STOP_SHOWING = 'Stop showing'
export const SAME_STATES = 'The two say the same.'
export const BETWEEN = 'What changed from the earlier to the later:'
/** At the corner of a card or a ghost. */
export const COMPARED_WORDS = {
  added: 'Added',
  gone: 'Gone',
  reworded: 'Reworded',
  moved: 'Moved',
  changed: 'Changed',
} as const
