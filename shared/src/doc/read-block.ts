/** One block out of whatever a peer wrote under its id. */
import {
  BLOCK_KINDS,
  cleanLine,
  cutText,
  fieldNamesOf,
  fieldTypeOf,
  isCalendarDate,
  isIndexKey,
  isInstant,
  LIMITS,
  MIN_SIZE,
  STATUSES,
  type AgreedWording,
  type Block,
  type BlockKind,
  type EpochMs,
  type FieldName,
  type PlacedFrame,
  type Status,
} from '../schema/index.ts'
import * as Y from 'yjs'

function line(value: unknown, length: number): string {
  return typeof value === 'string' ? cutText(cleanLine(value), length) : ''
}

/** A field's value if it is one that its kind can hold, else `''`. */
export function readField(kind: BlockKind, name: string, value: unknown): string {
  const type = fieldTypeOf(kind, name)
  const text = line(value, LIMITS.fieldLength)
  switch (type?.is) {
    case 'text':
      return text
    case 'date':
      return isCalendarDate(text) ? text : ''
    case 'choice':
      return type.of.includes(text) ? text : ''
    case undefined:
      return ''
  }
}

export function readKind(value: unknown): BlockKind | null {
  return BLOCK_KINDS.find((kind) => kind === value) ?? null
}

export function readStatus(value: unknown): Status {
  return STATUSES.find((status) => status === value) ?? 'draft'
}

export function readTags(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return []
  const tags = value.map((tag) => line(tag, LIMITS.tagLength)).filter((tag) => tag !== '')
  return [...new Set(tags)].slice(0, LIMITS.tags)
}

export function readAgreed(value: unknown): AgreedWording | null {
  if (typeof value !== 'object' || value === null) return null
  const { statement, at, by } = value as Record<string, unknown>
  if (typeof statement !== 'string' || typeof at !== 'string' || !isInstant(at)) return null
  const name = line(by, LIMITS.nameLength)
  return { statement: line(statement, LIMITS.statementLength), at, ...(name === '' ? {} : { by: name }) }
}

function within(value: unknown, low: number, high: number): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(Math.max(value, low), high) : null
}

/** Null when it is no frame: then the block is laid out as one that nobody has placed. */
export function readFrame(value: unknown): PlacedFrame | null {
  if (!Array.isArray(value)) return null
  const x = within(value[0], -LIMITS.coordinate, LIMITS.coordinate)
  const y = within(value[1], -LIMITS.coordinate, LIMITS.coordinate)
  const w = within(value[2], MIN_SIZE.w, LIMITS.cardSide)
  const h = within(value[3], MIN_SIZE.h, LIMITS.cardSide)
  if (x === null || y === null || w === null || h === null) return null
  const index = typeof value[4] === 'string' && isIndexKey(value[4]) ? value[4] : 'a1'
  const parentId = typeof value[5] === 'string' && value[5].length <= 100 ? value[5] : ''
  return { x, y, w, h, index, parentId }
}

type BlockProps = Omit<Block, 'id' | 'statement' | 'detail' | 'tellings' | 'frame'>

/** What lies under a key of `blocks`. Costs next to nothing: it is asked of every key that a peer has written. */
export function standingOf(value: unknown): 'block' | 'deleted' | 'malformed' {
  if (!(value instanceof Y.Map)) return 'malformed'
  if (typeof value.get('deletedAt') === 'number') return 'deleted'
  return readKind(value.get('kind')) === null ? 'malformed' : 'block'
}

/** Zero where it does not say. */
export function readCreatedAt(value: unknown): EpochMs {
  return (value instanceof Y.Map ? (within(value.get('createdAt'), 0, Number.MAX_SAFE_INTEGER) ?? 0) : 0) as EpochMs
}

/** Null for what is no block, or one that somebody took away. */
export function readBlockProps(value: unknown): BlockProps | null {
  const kind = value instanceof Y.Map && standingOf(value) === 'block' ? readKind(value.get('kind')) : null
  if (!(value instanceof Y.Map) || kind === null) return null
  const fields: Partial<Record<FieldName, string>> = {}
  for (const name of fieldNamesOf(kind)) {
    const text = readField(kind, name, value.get(`field:${name}`))
    if (text !== '') fields[name] = text
  }
  return {
    kind,
    fields,
    status: readStatus(value.get('status')),
    owner: line(value.get('owner'), LIMITS.nameLength),
    tags: readTags(value.get('tags')),
    agreed: readAgreed(value.get('agreed')),
    createdAt: readCreatedAt(value),
  }
}

export function sameBlock(a: Block, b: Block): boolean {
  return JSON.stringify({ ...a, tellings: [...a.tellings] }) === JSON.stringify({ ...b, tellings: [...b.tellings] })
}
