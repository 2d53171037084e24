/** Every block that a file holds, and what its links may call them by. */
import { BLOCK_KINDS, cleanLine, isId, LIMITS, type BlockId, type BlockKind } from '../schema/index.ts'
import { importBlock, type ImportedBlock } from './import-block.ts'
import type { ImportedVoices, ImportHow } from './import-voices.ts'
import { asRecord, at, quote, typeName, type Repairs } from './repairs.ts'
import { takeList } from './take-value.ts'

export interface Renamed {
  /** The id in the file; `''` where it had none. */
  readonly from: string
  readonly id: BlockId
}

export interface ImportedBlocks {
  readonly blocks: readonly ImportedBlock[]
  /** By the id in the file; where two blocks shared one, the first of them. */
  readonly byFileId: ReadonlyMap<string, ImportedBlock>
  readonly renamed: readonly Renamed[]
}

interface Room {
  readonly how: ImportHow
  /** How many blocks there is room for. */
  readonly blocks: number
  readonly newId: () => BlockId
}

export function importBlocks(input: unknown, room: Room, voices: ImportedVoices, repairs: Repairs): ImportedBlocks {
  const entries = takeList(input, 'blocks', repairs)
  const blocks: ImportedBlock[] = []
  const byFileId = new Map<string, ImportedBlock>()
  const renamed: Renamed[] = []
  for (const [index, value] of entries.entries()) {
    const path = `blocks[${index}]`
    const kind = kindOf(value, path, blocks.length < room.blocks, repairs)
    const entry = asRecord(value)
    if (kind === null || entry === null) continue
    const from = fileId(entry['id'])
    const kept = isKept(entry['id'], from, byFileId, at(path, 'id'), repairs)
    const id = kept && room.how === 'make' ? (from as BlockId) : room.newId()
    const block = importBlock(entry, { id, kind, path }, voices, repairs)
    blocks.push(block)
    if (from !== '' && !byFileId.has(from)) byFileId.set(from, block)
    if (id !== from) renamed.push({ from, id })
  }
  return { blocks, byFileId, renamed }
}

/** Null for what becomes no block; its statement stands in the report, so that somebody can place it by hand. */
function kindOf(value: unknown, path: string, hasRoom: boolean, repairs: Repairs): BlockKind | null {
  const entry = asRecord(value)
  if (entry === null) {
    repairs.note(path, `is ${typeName(value)}, not a block: ${quote(value)}`, 'left out')
    return null
  }
  const given = entry['kind']
  const meant = typeof given === 'string' ? given.trim().toLowerCase() : null
  const kind = BLOCK_KINDS.find((known) => known === meant) ?? null
  const statement = quote(entry['statement'] ?? '', LIMITS.statementLength)
  if (kind === null) {
    const problem = given === undefined ? 'the block has no kind' : `${quote(given)} is no kind of block`
    repairs.note(path, `${problem}; its statement: ${statement}`, 'left out')
  } else if (!hasRoom) {
    repairs.note(path, `more than the ${LIMITS.blocks} blocks a map holds; its statement: ${statement}`, 'left out')
    return null
  } else if (kind !== given) repairs.note(at(path, 'kind'), `is written ${quote(given)}`, `read as ${kind}`)
  return kind
}

/** Numbers are what some programs write ids as. */
function fileId(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

function isKept(
  given: unknown,
  id: string,
  taken: ReadonlyMap<string, ImportedBlock>,
  path: string,
  repairs: Repairs,
): boolean {
  if (taken.has(id)) {
    repairs.note(path, `${quote(id)} is the id of an earlier block too`, 'given a new id; links go to the first')
    return false
  }
  if (isId(id)) {
    if (id !== given) repairs.note(path, `${id} is a number`, 'read as text')
    return true
  }
  const missing = given === undefined || given === null || (typeof given === 'string' && cleanLine(given) === '')
  repairs.note(path, missing ? 'the block has no id' : `${quote(given)} is no id`, 'given a new one')
  return false
}
