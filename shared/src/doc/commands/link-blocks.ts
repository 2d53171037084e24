import { ok, refused, type Result } from '../../base/index.ts'
import { isBackwards, newLinkId, type BlockId, type LinkId } from '../../schema/index.ts'
import type { MapDoc } from '../map-doc.ts'
import { readKind } from '../read-block.ts'
import { findBlock } from './find-block.ts'
import { transact } from './transact.ts'

export type LinkRefusal = 'same-block' | 'block-gone' | 'already-linked'

/** Links two blocks, turned to point the way the argument goes. */
export function linkBlocks(
  map: MapDoc,
  from: BlockId,
  to: BlockId,
  id: LinkId = newLinkId(),
): Result<LinkId, LinkRefusal> {
  if (from === to) return refused('same-block')
  const fromKind = readKind(findBlock(map, from)?.get('kind'))
  const toKind = readKind(findBlock(map, to)?.get('kind'))
  if (fromKind === null || toKind === null) return refused('block-gone')
  if (areLinked(map, from, to)) return refused('already-linked')
  const link = isBackwards(fromKind, toKind) ? { from: to, to: from } : { from, to }
  transact(map, () => map.links.set(id, link))
  return ok(id)
}

function areLinked(map: MapDoc, a: BlockId, b: BlockId): boolean {
  for (const value of map.links.values()) {
    const link = value as { from?: unknown; to?: unknown } | null
    if ((link?.from === a && link.to === b) || (link?.from === b && link.to === a)) return true
  }
  return false
}
