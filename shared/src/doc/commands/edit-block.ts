import {
  cleanLine,
  type BlockId,
  type BlockKind,
  type EpochMs,
  type FieldName,
  type Status,
  type VoiceId,
} from '../../schema/index.ts'
import { textFragment, type MapDoc } from '../map-doc.ts'
import { readTags } from '../read-block.ts'
import { readText } from '../read-text.ts'
import { replaceText } from '../write-text.ts'
import { findBlock } from './find-block.ts'
import { transact } from './transact.ts'

function setKey(map: MapDoc, id: BlockId, key: string, value: unknown): void {
  const block = findBlock(map, id)
  if (block === null || block.get(key) === value) return
  transact(map, () => block.set(key, value))
}

/** Keeps every text and field: one that the new kind lacks is not shown, and is back when the kind is. */
export function setKind(map: MapDoc, id: BlockId, kind: BlockKind): void {
  setKey(map, id, 'kind', kind)
}

/** A whole value, last writer wins; `''` clears it. */
export function setField(map: MapDoc, id: BlockId, name: FieldName, value: string): void {
  setKey(map, id, `field:${name}`, cleanLine(value))
}

export function setOwner(map: MapDoc, id: BlockId, owner: string): void {
  setKey(map, id, 'owner', cleanLine(owner))
}

export function setTags(map: MapDoc, id: BlockId, tags: readonly string[]): void {
  setKey(map, id, 'tags', readTags(tags))
}

/** For draft and proposed; agreeing goes through `agreeBlock`, which freezes the wording. */
export function setStatus(map: MapDoc, id: BlockId, status: Exclude<Status, 'agreed'>): void {
  setKey(map, id, 'status', status)
}

/** Marks a block agreed and freezes its wording beside the live one. */
export function agreeBlock(map: MapDoc, id: BlockId, by: string, now: EpochMs): void {
  const block = findBlock(map, id)
  const fragment = block === null ? null : textFragment(map, id, 'statement')
  if (block === null || fragment === null) return
  const statement = readText(fragment, 'statement')
  transact(map, () => {
    block.set('status', 'agreed')
    block.set('agreed', { statement, at: new Date(now).toISOString(), ...(by === '' ? {} : { by }) })
  })
}

/** Undoes the agreeing and keeps the words: the block is a proposal again, and its live wording the only one. */
export function takeBackAgreed(map: MapDoc, id: BlockId): void {
  const block = findBlock(map, id)
  if (block === null || (block.get('agreed') === undefined && block.get('status') !== 'agreed')) return
  transact(map, () => {
    block.delete('agreed')
    if (block.get('status') === 'agreed') block.set('status', 'proposed')
  })
}

export function setStatement(map: MapDoc, id: BlockId, text: string): void {
  transact(map, () => replaceText(map, id, 'statement', text))
}

export function setDetail(map: MapDoc, id: BlockId, text: string): void {
  transact(map, () => replaceText(map, id, 'detail', text))
}

/** One voice's wording of a block; `''` takes it away. */
export function setTelling(map: MapDoc, id: BlockId, voice: VoiceId, text: string): void {
  transact(map, () => replaceText(map, id, `telling:${voice}`, text))
}
