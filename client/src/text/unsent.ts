/** Words that never got to the server, as a text one can paste anywhere. */
import type { Block, BlockKind, FieldName, PositioningMap, VoiceId } from '@throughline/shared/schema'
import type { UnsentWords } from '../session/device/unsent-words.ts'
import { COMMENT } from './comments.ts'
import { FIELD_WORDS, KIND_WORDS } from './words.ts'

export const UNSENT_HEADING = 'Words that have not reached the server'
export const LEFT_HEADING = 'Left on this device'
export const OPEN_AS_IT_IS = 'Open the map as it is'
export const UNSENT_LEFT = 'Words that were written here earlier have not reached this map.'
/** After a restore at the server, where nothing waits: what was saved after the backup is here still. */
export const MAP_LEFT = 'This device still has the map as it was before the server put it back.'
export const SAVE_MAP_LEFT = 'Save that map as a file'
export const REMOVE_MAP = 'Remove it from this device'
export const SHOW_THEM = 'Show them'
export const COPY_WORDS = 'Copy the words'
export const WORDS_COPIED = 'Copied'
export const SAVE_AS_TEXT = 'Save as text'
export const REMOVE_WORDS = 'Remove them from this device'

export const NOT_YET_SAFE = 'Not yet safe'
export const GOES_BY_ITSELF =
  'On this device alone, until the server has it. It goes there by itself when the connection is back; moves and deletions do too.'
export const GOES_WHEN_OPEN =
  'On this device alone: the canvas was locked before the server had it. It goes there by itself when the canvas is open again; moves and deletions do too.'
export const GOES_WITH_WINDOW =
  'In this window alone: this browser keeps nothing. Leave the window open until the connection is back, or copy the words.'
export const ALL_SAFE = 'Everything written here is at the server.'
export const NO_WORDS_WAIT = 'Places, links or other things without words.'
export const COPY_AS_TEXT = 'Copy as text'
export const COPY_REFUSED = 'The browser does not let words be copied here; save them as text.'
export const LITTLE_ROOM = 'This browser has little room left: it may soon keep nothing more.'

export interface UnsentEntry {
  readonly id: string
  readonly kind: BlockKind
  readonly statement: string
  readonly lines: readonly (readonly [label: string, text: string])[]
}

/** Block by block, each with the words of it that wait; none where only its place, a link or a mark does. */
export function unsentEntries({ map, blocks }: UnsentWords): readonly UnsentEntry[] {
  return blocks.map(({ block, touched }) => ({
    id: block.id,
    kind: block.kind,
    statement: block.statement,
    lines: touched.map((part) => {
      const [what = '', ...rest] = part.split(':')
      return said(map, block, what, rest.join(':'))
    }),
  }))
}

export function unsentText(all: readonly UnsentWords[]): string {
  return all.map(textOf).join('\n\n')
}

function textOf({ map, title, blocks, comments }: UnsentWords): string {
  const parts = blocks
    .map(({ block, touched }) => ({ block, lines: touched.flatMap((part) => line(map, block, part)) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ block, lines }) => [KIND_WORDS[block.kind], ...lines].join('\n'))
  const talk = comments.map((text) => `${COMMENT}: ${text}`)
  return [...(title === null ? [] : [`Title: ${title}`]), ...parts, ...talk].join('\n\n')
}

function line(map: PositioningMap, block: Block, part: string): readonly string[] {
  const [what, ...rest] = part.split(':')
  const name = rest.join(':')
  const [label, text] = said(map, block, what ?? '', name)
  return text === '' ? [] : [`${label}: ${text}`]
}

function said(map: PositioningMap, block: Block, what: string, name: string): readonly [label: string, text: string] {
  switch (what) {
    case 'statement':
      return ['Statement', block.statement]
    case 'detail':
      return ['Detail', block.detail]
    case 'telling':
      return [map.voices.find(({ id }) => id === name)?.name ?? name, block.tellings.get(name as VoiceId) ?? '']
    default:
      return [FIELD_WORDS[name as FieldName] ?? name, String(block.fields[name as FieldName] ?? '')]
  }
}
