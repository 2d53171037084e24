/** How a difference calls a block and its parts: by their kind and the words they have. */
import {
  FIELD_WORDS,
  fieldNamesOf,
  fieldTypeOf,
  type BlockId,
  type BlockKind,
  type FieldName,
  type PositioningMap,
  type Voice,
} from '../schema/index.ts'
import type { BlockState } from './change.ts'

/** Characters of a quotation: a statement of the length a brief can bear is whole. */
const QUOTED = 180
/** Of a block that is only mentioned beside another: enough to know it by. */
export const MENTIONED = 80

export const KIND: Record<BlockKind, string> = {
  purpose: 'purpose',
  value: 'value',
  audience: 'audience',
  proof: 'proof',
}

export function quote(text: string, most = QUOTED): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= most) return `“${line}”`
  const cut = line.slice(0, most)
  const whole = cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).toWellFormed()
  return `“${whole.replace(/\uFFFD$/u, '').trimEnd()}…”`
}

export function kindOf(id: BlockId, first: PositioningMap, second: PositioningMap): BlockKind {
  return (first.blocks.get(id) ?? second.blocks.get(id))?.kind ?? 'value'
}

/** `the value “It is fast.”`: by its words of now, else by those it had. */
export function nameOf(id: BlockId, before: PositioningMap, after: PositioningMap, most = QUOTED): string {
  const block = after.blocks.get(id) ?? before.blocks.get(id)
  const words = [after, before].map((map) => map.blocks.get(id)?.statement ?? '').find(isSaid)
  const kind = block === undefined ? 'block' : KIND[block.kind]
  if (words !== undefined) return `the ${kind} ${quote(words, most)}`
  const others =
    block === undefined ? undefined : firstWords({ ...block, tellings: Object.fromEntries(block.tellings) })
  return `${withArticle(kind)} without ${others === undefined ? 'words' : 'a statement'}`
}

/** "; its detail reads “…”", of a block without a statement; `''` for any other, and where there are no words at all. */
export function sayOtherWords(block: BlockState, voices: readonly Voice[], verb: 'reads' | 'read'): string {
  const found = isSaid(block.statement) ? undefined : firstWords(block)
  if (found === undefined) return ''
  const [what, text] = found
  const part =
    what === 'detail' ? 'its detail' : what.startsWith('field:') ? `its ${partOf(what, voices)}` : partOf(what, voices)
  return `; ${part.replace(/^The/u, 'the')} ${verb} ${quote(text)}`
}

/** A field or telling, as people call it. */
export function partOf(what: string, voices: readonly Voice[]): string {
  if (what.startsWith('field:')) return `“${FIELD_WORDS[what.slice('field:'.length) as FieldName]}”`
  const id = what.slice('telling:'.length)
  return `The telling by ${voices.find((one) => one.id === id)?.name ?? id}`
}

/** Beside the statement: the detail, then the fields that are written in, then the tellings. */
function firstWords({ kind, detail, fields, tellings }: BlockState): readonly [what: string, text: string] | undefined {
  const all: readonly (readonly [string, string])[] = [
    ['detail', detail],
    ...fieldNamesOf(kind)
      .filter((name) => fieldTypeOf(kind, name)?.is === 'text')
      .map((name) => [`field:${name}`, fields[name] ?? ''] as const),
    ...Object.entries(tellings).map(([voice, text]) => [`telling:${voice}`, text] as const),
  ]
  return all.find(([, text]) => isSaid(text))
}

const isSaid = (text: string): boolean => text.trim() !== ''

export function withArticle(noun: string): string {
  return `${/^[aeiou]/u.test(noun) ? 'an' : 'a'} ${noun}`
}

export function withCapital(phrase: string): string {
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}`
}
