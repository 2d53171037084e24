/** What the canvas says, beside what cards and links do (`cards.ts`). */
import type { LinkRefusal } from '@throughline/shared/doc'
import { ALREADY_LINKED, BLOCK_GONE } from './cards.ts'

export const TURN_INTO_BLOCKS = 'Turn into blocks…'
export const NO_FILES =
  'Pictures, map files and texts (Markdown, CSV, a canvas) can be dropped; other files cannot be put on a map.'
const READING_ONLY = 'This link opens the map for reading.'
export const whyReadOnly = ({ lock }: { readonly lock: { readonly by: string } | null }): string =>
  lock === null ? READING_ONLY : lockedBy(lock.by)
export const lockedBy = (name: string): string =>
  name === '' ? 'The canvas is locked in this stage.' : `${name} has locked the canvas.`
export const LOCK_LEAVES = 'Commenting and the workshop go on.'
export const LOCK_KEEPS = 'What you had in hand waits on this device, and goes in when it is open again.'
export const CANVAS_OPEN = 'The canvas is open again.'
export const CANVAS_BROKE = 'The canvas has stopped. Everything written so far is in the map.'
export const CANVAS_OUTLINE = 'The outline does all that can be done to blocks and links.'
export const CANVAS_AGAIN = 'Open it again'
export const CANVAS_NAME = 'Map'

export const LINK_REFUSALS: Record<LinkRefusal, string> = {
  'same-block': 'A block cannot be linked with itself.',
  'block-gone': BLOCK_GONE,
  'already-linked': ALREADY_LINKED,
}
