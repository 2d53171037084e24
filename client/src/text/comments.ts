/** What comments and proposals say on screen. */
import type { Part, WordConcern } from '@throughline/shared/comments'
import type { BlockKind, Decision, DecisionKind, FieldName, Voice } from '@throughline/shared/schema'
import { count, FIELD_WORDS, KIND_WORDS, sentence } from './words.ts'

export const COMMENTS_PANEL = 'Comments'
export const COMMENT = 'Comment'
export const COMMENT_BLOCK = 'Comment on the chosen block, or on the place under the pointer'
export const ALL_COMMENTS = 'All comments'
export const FOR_YOU = 'For you'
export const OPEN = 'Open'
export const RESOLVED = 'Resolved'
export const WHICH = 'Which comments'
export const NONE_FOR_YOU =
  'Nothing waits for you: nobody has mentioned you, answered you, asked about a block of yours or decided about a wording that you proposed.'
export const NONE_OPEN = 'No open comments. Choose a block and press C, or comment on the place you look at.'
export const NONE_HERE = 'No open comments.'
export const NONE_RESOLVED = 'Nothing has been resolved yet.'
export const COMMENTS_COMING = 'The comments are on their way…'
export const COMMENT_ON_THIS = 'Comment on this block'
/** Short, for a phone: on the place that was touched last. */
export const COMMENT_HERE = 'Comment here'
export const COMMENT_ON_PLACE = 'Comment on this place'
export const READING_COMMENTS = 'This link reads comments; it does not write them.'

export const NEW_COMMENT = 'New comment'
export const YOUR_COMMENT = 'Comment'
export const YOUR_ANSWER = 'Answer'
export const YOUR_WHY = 'Why, in a word'
export const ABOUT_PART = 'About'
export const SEND = 'Send'
export const MENTION_HINT = '@ mentions somebody'
/** For those who have such keys. */
export const SEND_HINT = 'Ctrl Enter sends'
export const PEOPLE_TO_MENTION = 'People to mention'
export const RESOLVE = 'Resolve'
export const REOPEN = 'Open again'
export const EDIT = 'Edit'
export const DELETE = 'Delete'
export const DELETE_SURE = 'Delete this comment for everybody?'
export const KEEP = 'Keep'
export const SAVE = 'Save'
export const CANCEL = 'Cancel'
export const COPY_LINK = 'Copy link'
export const LINK_COPIED = 'Link copied. It opens for whoever may open the map.'
export const LINK_NOT_COPIED = 'This browser does not let pages copy. The link is in the address bar.'
export const SHOW = 'Show on the map'
export const EDITED = 'edited'
export const DELETED = 'Taken away by its author.'
export const SENT = 'Comment sent.'
export const RESOLVED_SAID = 'Resolved.'
export const REOPENED_SAID = 'Open again.'
export const DELETED_SAID = 'Comment deleted.'
export const NOT_KNOWN_YET = 'The server has not said yet who you are on this map; try again in a moment.'
export const THREAD_GONE = 'This comment is not here any more.'
export const WHOLE_BLOCK = 'The block as a whole'
export const A_PLACE = 'A place on the map'
export const YOU = 'You'
export const NAMELESS = 'Somebody'

export const REFUSED = 'The server does not take what was written here last, because it goes by another person’s name.'
export const REFUSED_HELP = 'Take the words along, let go of them here, and write them anew.'
export const LET_GO = 'Let go of them and load the page again'

/** How many wait for one; `''` for none. */
export const openThreads = (n: number): string => sentence(`${count(n, 'open comment')}`)
export const newForYou = (n: number): string => `${sentence(count(n, 'new comment'))} for you`
export const answers = (n: number): string => (n === 0 ? '' : count(n, 'answer'))
export const pinName = (text: string): string => `Comment on this place: ${text}`
export const resolvedBy = (name: string, day: string): string => `Resolved by ${name} ${day}`

export function sayPart(part: Part, voices: readonly Voice[]): string {
  if (part === null) return WHOLE_BLOCK
  if (part === 'statement') return 'Statement'
  if (part === 'detail') return 'Detail'
  const [of, name = ''] = part.split(/:(.*)/s)
  if (of === 'field') return FIELD_WORDS[name as FieldName] ?? name
  return `What ${voices.find(({ id }) => id === name)?.name ?? name} says`
}

/** A block that is not on the map any more. */
export const wasOn = (kind: BlockKind | null): string =>
  `On ${kind === null ? 'a block' : `the ${KIND_WORDS[kind].toLowerCase()}`} that has been deleted`

export const WHY_YOURS: Record<WordConcern['why'], string> = {
  mention: 'mentions you',
  answer: 'answers you',
  'own block': 'on a block of yours',
}

/** Read out as it comes in. */
export function sayConcern(name: string, why: WordConcern['why'], text: string): string {
  const did = { mention: 'mentions you', answer: 'answers you', 'own block': 'comments on a block of yours' }[why]
  return `${name} ${did}: ${text}`
}

export const BECAME_OF_YOURS: Record<DecisionKind, string> = {
  accepted: 'accepted your wording',
  declined: 'declined your wording',
  dissent: 'kept your wording as dissent',
}

/** Read out as it comes in. */
export function sayDecision({ is, by, reason }: Decision): string {
  return `${by || NAMELESS} ${BECAME_OF_YOURS[is]}${reason === '' ? '.' : `: ${reason}`}`
}
