/** What the block panel says, beside the words of `words.ts`. */
import type { FieldName } from '@throughline/shared/schema'

export const BLOCK_PANEL = 'Block'
export const NONE_CHOSEN = 'Choose one block on the map, and everything that it holds stands here.'
export const NOT_SAID = 'Not said'
export const LINKS_FROM_HERE = 'Links from here'
export const LINKS_TO_HERE = 'Links to here'
export const NO_LINKS =
  'Linked to nothing yet. Choose a block here, or pull a line from the edge of its card on the map.'
export const NOTHING_WRITTEN = 'Nothing written yet'
export const DETAIL_HINT = 'What one has to know to say it well'
export const TELLINGS_HINT = 'How each voice words it today'
export const TAGS = 'Tags'
export const TAGS_HINT = 'Separated by commas'
export const OWNER = 'Owner'
export const OWNER_HINT = 'A person’s name'
export const DELETE_BLOCK = 'Delete block'
export const DELETE_SURE = 'Delete this block? Undo brings it back.'
export const DELETE = 'Delete'
export const KEEP = 'Keep'
export const BLOCK_DELETED = 'Block deleted. Undo brings it back.'
export const LINK_REMOVED = 'Link removed. Undo brings it back.'
export const AGREE_AGAIN = 'Agree the new wording'
export const TAKE_BACK = 'Take back the agreed wording'
export const TAKEN_BACK = 'Taken back: the block is proposed again. Undo brings the agreed wording back.'
export const isEditing = (name: string): string => `${name} is editing this`

export const removeLinkTo = (statement: string): string => `Remove the link with ${statement}`
export const agreedOn = (day: string, by: string | undefined): string =>
  by === undefined ? `Agreed ${day}` : `Agreed ${day}, marked by ${by}`

/** What each field asks, in the words of somebody who does not know the method. */
export const FIELD_HINTS: Record<FieldName, string> = {
  category: 'What kind of thing people take us for',
  whyNow: 'What has changed, so that it matters today',
  tone: 'How we sound, and how we do not',
  attribute: 'What we have that makes this possible',
  alternative: 'What they would do without us',
  difference: 'What that lacks',
  gain: 'What they gain, in figures if there are any',
  situation: 'What is going on when they need it',
  need: 'What they want to get done',
  obstacle: 'What stops them',
  reach: 'Whether the networks that already carry us reach them',
  notFor: 'Who it is not for',
  evidence: 'What kind of thing shows it',
  source: 'A link or a document',
  by: 'A person or an organisation',
  observedOn: 'The day on which somebody saw that it is so',
  reviewBy: 'The day by which somebody should look whether it still holds',
}
