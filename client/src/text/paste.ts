/** What is said while pasted text becomes blocks. */
import type { BlockKind } from '@throughline/shared/schema'
import type { KindGround, PasteForm } from '@throughline/shared/paste'
import { count, KIND_WORDS, sentence } from './words.ts'

export const PASTE_TITLE = 'Paste anything'
export const PASTE_INTRO =
  'Notes, a framework in Markdown, a whiteboard’s export as CSV, an Obsidian canvas. Each line can be looked at before it becomes a block.'
export const PASTE_FIELD = 'Text'
export const PASTE_LOOK = 'Look at the lines'
export const PASTE_FILE = 'Choose a file…'
export const PASTE_NOTHING = 'No line in it has words that could become a block.'
export const PASTE_LEAVE = 'Leave it'
export const PASTE_AS_TEXT = 'Place as text'
export const PASTE_AGAIN = 'Another text'
export const PASTE_LINES = 'Lines'
export const PASTE_KINDS = 'What the chosen lines become'
export const PASTE_KEYS =
  'Arrows move, Shift and an arrow chooses more, Ctrl A chooses all; 1 to 4 set the kind, 0 leaves out.'
export const LEAVE_OUT = 'Leave out'
export const LEFT_OUT = 'Left out'
export const READ_AS = 'Read as'
export const DROP_TEXT = 'Let go to look at this file.'

export const FORM_WORDS: Record<PasteForm, string> = {
  markdown: 'Markdown',
  csv: 'Table (CSV)',
  plain: 'Plain text',
  canvas: 'JSON Canvas',
}

export const sayPlan = (blocks: number, links: number): string =>
  sentence(`${count(blocks, 'block')}, ${count(links, 'link')}`)
export const sayChosen = (marked: number, all: number): string =>
  marked === 0 ? `${sentence(count(all, 'line'))}` : `${sentence(count(marked, 'line'))} chosen`
export const NOTHING_TO_PASTE =
  'There are no words on the clipboard that a map can take. Copy text or a picture, or save it as a file and drop it here.'
export const sayLanded = (blocks: number, links: number): string =>
  links === 0
    ? `${sentence(count(blocks, 'block'))} added. Undo takes ${blocks === 1 ? 'it' : 'them'} away.`
    : `${sentence(count(blocks, 'block'))} and ${count(links, 'link')} added. Undo takes them away.`

/** Why a line is proposed as it is; `''` where its heading, which is in sight, says it. */
const GROUNDS: Record<KindGround, string> = {
  label: '',
  heading: '',
  colour: 'by its colour',
  words: 'by its words',
  nothing: 'nothing says what kind it is',
}
export const sayGround = (ground: KindGround): string => GROUNDS[ground]
export const sayKindFor = (kind: BlockKind | null): string => (kind === null ? LEFT_OUT : KIND_WORDS[kind])
