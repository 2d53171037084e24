/** What the outline says, beside the words of `words.ts`. */
import type { Hanging } from '@throughline/shared/outline'
import type { Relation } from '@throughline/shared/schema'

export const OUTLINE = 'Outline'
export const FIND = 'Find in the outline'
export const FOUND_NOTHING = 'No block has all of these words.'
export const STANDS_ABOVE = 'Stands further up, with all that hangs on it.'
export const LOOSE = 'Not in the argument yet'
export const ALL_LOOSE = 'No purpose holds these together yet'
export const NOTHING_YET = 'Nothing is written yet. Why do we exist?'
export const WRITE_PURPOSE = 'Write the purpose'
export const WRITE = 'Write'
export const LINK = 'Link with…'
export const LINK_HERE = 'Link'
export const MOVE = 'Move under…'
export const ALL_IT_HOLDS = 'All it holds'
export const DELETE_HERE = 'Delete'
export const LINKS = 'Links'
export const BACK = 'Back to the outline'
export const DONE = 'done'
export const NEXT_BLOCK = 'next block'
export const HOW_TO_MOVE =
  'Arrow keys go from block to block. Enter writes, P adds a proof, A an audience, V a value, L links, C comments, T traces, Delete deletes.'

/** How a block hangs on the one above it. */
export const HANGS: Record<Hanging, string> = {
  top: '',
  driven: 'driven by it',
  served: 'served by it',
  supporting: 'supports it',
}

export const NO_PLACE = 'Nobody has placed these on the canvas yet, so they have no order to change.'
export const FIRST_ALREADY = 'Nothing that it could change places with stands there.'
export const NOWHERE_TO_MOVE = 'Nothing above it can hold it.'
export const NOT_UNDER = 'It hangs under nothing here.'
export const MOVED = 'Moved.'
export const LINK_WITH_TITLE = 'Link with'
export const MOVE_UNDER_TITLE = 'Move under'
export const linkedNow = (words: string): string => `Linked with “${words}”.`
export const movedUnder = (words: string): string => `Now under “${words}”.`
export const cutFrom = (words: string): string => `No longer under “${words}”. Undo brings it back.`
export const SEARCH_BLOCKS = 'Search for a block'
export const NO_BLOCK_TO_LINK = 'There is no other block yet that it could be linked with.'
export const NO_BLOCK_ABOVE = 'There is no block yet that it could hang under.'

/** From the block that one is at, in both directions. */
export const RELATION_OUT: Record<Relation, string> = {
  drives: 'drives',
  serves: 'serves',
  supports: 'supports',
  relates: 'relates to',
}
export const RELATION_IN: Record<Relation, string> = {
  drives: 'driven by',
  serves: 'served by',
  supports: 'supported by',
  relates: 'relates to',
}
