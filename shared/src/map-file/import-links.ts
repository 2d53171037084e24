/** Every link of a file that joins two of its blocks, pointing the way the argument goes. */
import { isBackwards, LIMITS, relationOf, type BlockId, type Relation } from '../schema/index.ts'
import type { ImportedBlock } from './import-block.ts'
import { asRecord, at, quote, typeName, type Repairs } from './repairs.ts'
import { takeList } from './take-value.ts'

export interface ImportedLink {
  readonly from: BlockId
  readonly to: BlockId
}

export function importLinks(
  input: unknown,
  blocks: ReadonlyMap<string, ImportedBlock>,
  room: number,
  repairs: Repairs,
): readonly ImportedLink[] {
  const byPair = new Map<string, ImportedLink>()
  for (const [index, entry] of takeList(input, 'links', repairs).entries()) {
    const path = `links[${index}]`
    const link = importLink(entry, blocks, path, repairs)
    if (link === null) continue
    const pair = [link.from, link.to].toSorted().join(' ')
    if (byPair.has(pair)) repairs.note(path, `${quote(entry)} joins two blocks that are linked already`, 'left out')
    else if (byPair.size >= room)
      repairs.note(path, `${quote(entry)} is more than the ${LIMITS.links} links a map holds`, 'left out')
    else byPair.set(pair, link)
  }
  return [...byPair.values()]
}

function importLink(
  value: unknown,
  blocks: ReadonlyMap<string, ImportedBlock>,
  path: string,
  repairs: Repairs,
): ImportedLink | null {
  const entry = asRecord(value)
  if (entry === null) {
    repairs.note(path, `is ${typeName(value)}, not a link: ${quote(value)}`, 'left out')
    return null
  }
  const from = endOf(entry, 'from', blocks, path, repairs)
  const to = endOf(entry, 'to', blocks, path, repairs)
  if (from === null || to === null) return null
  if (from === to) {
    repairs.note(path, `${quote(entry)} joins a block with itself`, 'left out')
    return null
  }
  repairs.noteUnknown(entry, ['from', 'to', 'relation'], path, 'a link')
  const turned = isBackwards(from.kind, to.kind)
  if (turned) repairs.note(path, `points from ${from.kind} to ${to.kind}, against the argument`, 'turned')
  const [start, end] = turned ? [to, from] : [from, to]
  noteRelation(entry['relation'], relationOf(start.kind, end.kind), at(path, 'relation'), repairs)
  return { from: start.id, to: end.id }
}

function endOf(
  entry: Readonly<Record<string, unknown>>,
  end: 'from' | 'to',
  blocks: ReadonlyMap<string, ImportedBlock>,
  path: string,
  repairs: Repairs,
): ImportedBlock | null {
  const id = entry[end]
  const block = typeof id === 'string' || typeof id === 'number' ? blocks.get(String(id)) : undefined
  if (block === undefined) {
    const problem = id === undefined || id === null ? 'names no block' : `${quote(id)} is no block of this import`
    repairs.note(at(path, end), `${problem}; the link: ${quote(entry)}`, 'link left out')
  }
  return block ?? null
}

function noteRelation(given: unknown, relation: Relation, path: string, repairs: Repairs): void {
  if (given === undefined || given === null || given === relation) return
  repairs.note(path, `${quote(given)}, where the two kinds make it ${relation}`, `read as ${relation}`)
}
