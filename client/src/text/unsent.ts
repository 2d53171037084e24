/** Words that never got to the server, as a text one can paste anywhere. */
import type { Block, FieldName, PositioningMap, VoiceId } from '@throughline/shared/schema'
import type { UnsentWords } from '../session/device/unsent-words.ts'
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

export function unsentText(all: readonly UnsentWords[]): string {
  return all.map(textOf).join('\n\n')
}

function textOf({ map, title, blocks }: UnsentWords): string {
  const parts = blocks
    .map(({ block, touched }) => ({ block, lines: touched.flatMap((part) => line(map, block, part)) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ block, lines }) => [KIND_WORDS[block.kind], ...lines].join('\n'))
  return [...(title === null ? [] : [`Title: ${title}`]), ...parts].join('\n\n')
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
