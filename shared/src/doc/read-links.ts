/** The links of a document between blocks that it has, and what is none. */
import {
  compareText,
  isBackwards,
  isId,
  LIMITS,
  relationOf,
  type Block,
  type BlockId,
  type Link,
  type LinkId,
} from '../schema/index.ts'
import { listed, type Ignored } from './ignored.ts'
import type { MapDoc } from './map-doc.ts'
import { plainObject, sortedKeys } from './plain.ts'

export interface LinksRead {
  readonly links: readonly Link[]
  readonly ignored: readonly Ignored[]
}

type Blocks = ReadonlyMap<BlockId, Block>

/** Whether links between these blocks come out the same: kinds decide which way they point. */
export function sameKinds(before: Blocks | undefined, after: Blocks): boolean {
  if (before?.size !== after.size) return false
  for (const [id, { kind }] of after) if (before.get(id)?.kind !== kind) return false
  return true
}

/** Two people can each link A and B while offline; both checks pass, and the merge has two links (PM2). */
export function readLinks(map: MapDoc, blocks: Blocks): LinksRead {
  const malformed: Ignored[] = []
  const byPair = new Map<string, Link>()
  let tooMany = false
  for (const id of sortedKeys(map.links)) {
    const value = plainObject(map.links.get(id))
    if (!isId(id) || typeof value?.['from'] !== 'string' || typeof value['to'] !== 'string') {
      malformed.push({ path: 'links', problem: 'not a link between two ids' })
      continue
    }
    const from = blocks.get(value['from'] as BlockId)
    const to = blocks.get(value['to'] as BlockId)
    // An end that is gone is no fault: the link comes back with its block.
    if (from === undefined || to === undefined || from === to) continue
    const [start, end] = isBackwards(from.kind, to.kind) ? [to, from] : [from, to]
    const pair = [start.id, end.id].toSorted(compareText).join(' ')
    if (byPair.has(pair)) continue
    if (byPair.size >= LIMITS.links) tooMany = true
    else byPair.set(pair, { id: id as LinkId, from: start.id, to: end.id, relation: relationOf(start.kind, end.kind) })
  }
  const links = [...byPair.values()].toSorted((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to))
  if (tooMany) malformed.push({ path: 'links', problem: `more than ${LIMITS.links} links` })
  return { links, ignored: listed(malformed) }
}
