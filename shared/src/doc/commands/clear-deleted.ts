import * as Y from 'yjs'
import type { BlockId, EpochMs } from '../../schema/index.ts'
import { readKeyed, writeKeyed } from '../keyed-array.ts'
import type { MapDoc } from '../map-doc.ts'
import { UNTRACKED } from '../origins.ts'
import { forgetOnBrief } from './compose-brief.ts'
import { transact } from './transact.ts'

/** Blocks that were deleted at `before` (without it, at any time) or earlier, and whose words the document still holds. */
export function deletedBlocks(map: MapDoc, before?: EpochMs): ReadonlySet<BlockId> {
  const gone = new Set<BlockId>()
  for (const [id, block] of map.blocks.entries()) {
    const deletedAt = block instanceof Y.Map ? block.get('deletedAt') : null
    if (typeof deletedAt === 'number' && deletedAt <= (before ?? Infinity)) gone.add(id as BlockId)
  }
  return gone
}

/**
 * Clears those of `blocks` that are deleted for good: their statement, detail, tellings, fields, place and links leave
 * the document, and no undo brings them back. Gives how many blocks it cleared; with none it writes nothing.
 */
export function clearDeleted(map: MapDoc, blocks: ReadonlySet<BlockId>): number {
  const gone = new Set([...deletedBlocks(map)].filter((id) => blocks.has(id)))
  if (gone.size === 0) return 0
  transact(map, () => clear(map, gone), UNTRACKED)
  return gone.size
}

function clear(map: MapDoc, gone: ReadonlySet<string>): void {
  for (const name of [...map.doc.share.keys()]) {
    const [, id] = /^text:([^:]*):/.exec(name) ?? []
    if (id !== undefined && gone.has(id)) emptyRoot(map.doc, name)
  }
  for (const [id, link] of [...map.links.entries()]) {
    const { from, to } = (link ?? {}) as { from?: unknown; to?: unknown }
    if ([from, to].some((end) => typeof end === 'string' && gone.has(end))) map.links.delete(id)
  }
  for (const [proposal, decision] of [...map.decided.entries()]) {
    const { block } = (decision ?? {}) as { block?: unknown }
    if (typeof block === 'string' && gone.has(block)) map.decided.delete(proposal)
  }
  forgetOnBrief(map, gone)
  const placed = [...readKeyed(map.frames).values.keys()].filter((id) => gone.has(id))
  if (placed.length > 0) writeKeyed(map.frames, new Map(placed.map((id) => [id, null])))
  for (const id of gone) map.blocks.delete(id)
}

/** Whatever a peer has put under the name: a text, a list or a map. */
function emptyRoot(doc: Y.Doc, name: string): void {
  const root = doc.share.get(name)
  if (root instanceof Y.Map) {
    root.clear()
    return
  }
  try {
    const fragment = doc.getXmlFragment(name)
    fragment.delete(0, fragment.length)
  } catch {
    // Already opened as another type, which only a peer of another make does: no reader of ours shows it.
  }
}
