/** What a workshop does to its map, as an edit of whoever asked for it. Each of these can be done twice. */
import {
  bringBack,
  decideProposal,
  placeContent,
  setTelling,
  settleWording,
  UNTRACKED,
  type MapDoc,
} from '@throughline/shared/doc'
import { placeLoose } from '@throughline/shared/layout'
import type { Block, BlockId, EpochMs } from '@throughline/shared/schema'
import type { Room } from '../rooms/index.ts'
import type { Actor, OnMap } from './rules/index.ts'

/** Resolves when it is on disk. @throws {AppError} when storage has failed */
export function doOnMap(room: Room, wanted: OnMap, { person, name }: Actor, now: EpochMs): Promise<void> {
  return room.edit((doc) => {
    switch (wanted.is) {
      case 'new-block':
        return addAdopted(room, doc, wanted, now)
      case 'telling':
        return setTelling(doc, wanted.block, wanted.voice, wanted.text)
      case 'agreed':
        return settleWording(doc, wanted.block, wanted.statement, wanted.by, now)
      case 'dissent': {
        const { block, text } = wanted
        const decision = { is: 'dissent', block, wording: text, author: name, by: name, at: now, reason: '' } as const
        // One a person and block: whoever words it anew means the same.
        return decideProposal(doc, `${person}.${block}`, decision)
      }
    }
  }, person)
}

type NewBlock = Extract<OnMap, { readonly is: 'new-block' }>

/** Where there is room. One that was adopted before is that one, brought back if somebody has deleted it. */
function addAdopted(room: Room, doc: MapDoc, { block: id, kind, statement }: NewBlock, now: EpochMs): void {
  if (doc.blocks.has(id)) return bringBack(doc, id)
  const { blocks, links } = room.read().map
  const block = blank(id, kind, statement, now)
  const frame = placeLoose({ blocks: new Map(blocks).set(id, block), links }).get(id)
  if (frame !== undefined) placeContent(doc, { blocks: [{ ...block, frame }], links: [], voices: [] }, now, UNTRACKED)
}

function blank(id: BlockId, kind: Block['kind'], statement: string, now: EpochMs): Block {
  const words = { statement, detail: '', owner: '', tags: [], fields: {}, tellings: new Map() }
  return { id, kind, ...words, status: 'draft', agreed: null, createdAt: now, frame: null }
}
