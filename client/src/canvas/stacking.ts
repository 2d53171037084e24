/**
 * Makes any set of records a sound tree for tldraw: no circle of parents, nothing on a parent that holds no children,
 * no two siblings at one index. Peers may write anything, and tldraw recurses without end or throws on these.
 *
 * - **ST1** The result is the same for everyone, whatever the order of the records.
 * - **ST2** Parents come before their children.
 * - **ST3** Records that are sound already come back as they are.
 */
import { compareText } from '@throughline/shared/schema'
import { getIndicesBetween, type IndexKey } from 'tldraw'

export interface Stacked {
  readonly id: string
  readonly type: string
  readonly parentId: string
  readonly index: string
}

const HOLDS_CHILDREN = new Set(['frame', 'group'])

/** The parent that a record can really lie on: its own if that leads up to the page, else the page. */
function soundParents<T extends Stacked>(records: ReadonlyMap<string, T>, page: string): Map<string, string> {
  const sound = new Map<string, string>()
  const settle = (id: string, path: readonly string[]): void => {
    const record = records.get(id)
    if (record === undefined || sound.has(id)) return
    const parent = records.get(record.parentId)
    const circular = path.includes(record.parentId) || record.parentId === id
    if (parent === undefined || circular || !HOLDS_CHILDREN.has(parent.type) || path.length > MOST_LEVELS) {
      sound.set(id, page)
      return
    }
    settle(parent.id, [...path, id])
    sound.set(id, parent.id)
  }
  for (const id of [...records.keys()].toSorted(compareText)) settle(id, [])
  return sound
}

/** Deeper than this nobody nests, and tldraw walks the tree by recursion. */
const MOST_LEVELS = 50

/** Those that share an index with the sibling below move up, evenly, into the room before the next one. */
function spread<T extends Stacked>(siblings: readonly T[]): ReadonlyMap<string, string> {
  const indexes = new Map<string, string>()
  const sorted = siblings.toSorted((a, b) => compareText(a.index, b.index) || compareText(a.id, b.id))
  for (let at = 0; at < sorted.length;) {
    const index = sorted[at]?.index ?? 'a1'
    let end = at + 1
    while (sorted[end]?.index === index) end += 1
    const above = sorted[end]?.index as IndexKey | undefined
    const keys = [index, ...getIndicesBetween(index as IndexKey, above, end - at - 1)]
    for (const [nth, { id }] of sorted.slice(at, end).entries()) indexes.set(id, keys[nth] ?? index)
    at = end
  }
  return indexes
}

export function stack<T extends Stacked>(records: ReadonlyMap<string, T>, page: string): readonly T[] {
  const parents = soundParents(records, page)
  const byParent = new Map<string, T[]>()
  for (const record of records.values()) {
    const parent = parents.get(record.id) ?? page
    const siblings = byParent.get(parent)
    if (siblings === undefined) byParent.set(parent, [record])
    else siblings.push(record)
  }
  const placed: T[] = []
  const visit = (parent: string): void => {
    const siblings = byParent.get(parent) ?? []
    const indexes = spread(siblings)
    for (const record of siblings.toSorted((a, b) => compareText(a.id, b.id))) {
      const index = indexes.get(record.id) ?? record.index
      placed.push(
        record.parentId === parent && record.index === index ? record : { ...record, parentId: parent, index },
      )
    }
    for (const record of siblings) if (byParent.has(record.id)) visit(record.id)
  }
  visit(page)
  return placed
}
