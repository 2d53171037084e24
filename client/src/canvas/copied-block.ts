/**
 * The words of a block, as they travel in a copied shape's `meta`: within this map, or to another one by the clipboard.
 * What comes out of a clipboard may have been written by anybody, so it is read like a peer's.
 */
import { readField } from '@throughline/shared/doc'
import {
  cleanLine,
  cleanParagraphs,
  cutText,
  fieldNamesOf,
  LIMITS,
  type Block,
  type EpochMs,
  type FieldName,
  type PositioningMap,
  type VoiceId,
} from '@throughline/shared/schema'
import type { JsonObject } from 'tldraw'
import type { BlockShape } from './shape-types.ts'

type Copy = Omit<Block, 'id' | 'frame'>

export function copyOf(block: Block): JsonObject {
  const { statement, detail, owner, tags, fields, tellings } = block
  return {
    block: { statement, detail, owner, tags: [...tags], fields: { ...fields }, tellings: Object.fromEntries(tellings) },
  }
}

const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

function line(value: unknown, length: number): string {
  return typeof value === 'string' ? cutText(cleanLine(value), length) : ''
}

/** Null for a shape that carries no words: a new card. A copy starts as a draft, for nobody has agreed on it. */
export function readCopy(shape: BlockShape, map: PositioningMap): Copy | null {
  if (shape.meta['block'] === undefined) return null
  const copied = object(shape.meta['block'])
  const { kind } = shape.props
  const fields: Partial<Record<FieldName, string>> = {}
  for (const name of fieldNamesOf(kind)) {
    const text = readField(kind, name, object(copied['fields'])[name])
    if (text !== '') fields[name] = text
  }
  const tellings = new Map<VoiceId, string>()
  for (const { id } of map.voices) {
    const text = line(object(copied['tellings'])[id], LIMITS.statementLength)
    if (text !== '') tellings.set(id, text)
  }
  const tags = Array.isArray(copied['tags']) ? copied['tags'].map((tag) => line(tag, LIMITS.tagLength)) : []
  const detail = typeof copied['detail'] === 'string' ? copied['detail'] : ''
  return {
    kind,
    statement: line(copied['statement'], LIMITS.statementLength),
    detail: cutText(cleanParagraphs(detail), LIMITS.detailLength),
    status: 'draft',
    owner: line(copied['owner'], LIMITS.nameLength),
    tags: tags.filter((tag) => tag !== '').slice(0, LIMITS.tags),
    fields,
    tellings,
    agreed: null,
    createdAt: 0 as EpochMs,
  }
}
