import { newLinkId, type Block, type EpochMs, type Link, type PlacedFrame, type Voice } from '../../schema/index.ts'
import * as Y from 'yjs'
import { writeKeyed } from '../keyed-array.ts'
import type { MapDoc } from '../map-doc.ts'
import { seedText } from '../write-text.ts'
import { frameTuple } from './move-blocks.ts'
import { transact } from './transact.ts'

/** Blocks and links to add as they are; every block has its frame by now, and every id is new to the document. */
export interface Content {
  readonly blocks: readonly (Omit<Block, 'frame' | 'createdAt'> & { readonly frame: PlacedFrame })[]
  readonly links: readonly Pick<Link, 'from' | 'to'>[]
  /** Voices that the blocks' tellings need and the map may lack; those it has stay as they are. */
  readonly voices: readonly Voice[]
}

/** Adds an imported or restored content in one transaction: readers see all of it or nothing. */
export function placeContent(map: MapDoc, { blocks, links, voices }: Content, now: EpochMs, origin?: unknown): void {
  transact(
    map,
    () => {
      for (const { id, name } of voices) if (!map.voices.has(id)) map.voices.set(id, { name, order: map.voices.size })
      for (const block of blocks) placeBlock(map, block, now)
      writeKeyed(map.frames, new Map(blocks.map((block) => [block.id, frameTuple(block.frame)])))
      for (const { from, to } of links) map.links.set(newLinkId(), { from, to })
    },
    origin,
  )
}

function placeBlock(map: MapDoc, block: Content['blocks'][number], now: EpochMs): void {
  const shared = new Y.Map<unknown>()
  const { id, kind, status, owner, tags, agreed } = block
  for (const [key, value] of Object.entries({ kind, status, owner, tags, createdAt: now })) shared.set(key, value)
  for (const [name, value] of Object.entries(block.fields)) shared.set(`field:${name}`, value)
  if (agreed !== null) shared.set('agreed', agreed)
  map.blocks.set(id, shared)
  seedText(map, id, 'statement', block.statement)
  if (block.detail !== '') seedText(map, id, 'detail', block.detail)
  for (const [voice, text] of block.tellings) seedText(map, id, `telling:${voice}`, text)
}
