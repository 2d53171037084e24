/** The words that edits touched: what a person is handed when the server will not take the edits themselves. */
import { readMap, openMapDoc } from '@throughline/shared/doc'
import type { Block, PositioningMap } from '@throughline/shared/schema'
import * as Y from 'yjs'

export interface UnsentBlock {
  readonly block: Block
  /** `statement`, `detail`, `telling:<voice>`, `field:<name>`; empty where only its place or a link changed. */
  readonly touched: readonly string[]
}

export interface UnsentWords {
  readonly map: PositioningMap
  /** Null where the title was left alone. */
  readonly title: string | null
  readonly blocks: readonly UnsentBlock[]
  /** Comments, each as one text. */
  readonly comments: readonly string[]
}

const TEXT_ROOT = /^text:([^:]+):(.+)$/

/** `doc` holds the updates already. What was only deleted leaves no words. */
export function unsentWords(doc: Y.Doc, updates: readonly Uint8Array[]): UnsentWords {
  const { map } = readMap(openMapDoc(doc))
  const touched = new Map<string, Set<string>>()
  let title: string | null = null
  for (const path of touchedPaths(doc, updates)) {
    const [root = '', block = '', what = ''] = path
    const text = TEXT_ROOT.exec(root)
    if (text !== null) note(touched, text[1] ?? '', text[2] ?? '')
    else if (root === 'blocks' && block !== '') note(touched, block, what)
    else if (root === 'meta') title = map.title
  }
  const blocks = [...map.blocks.values()].flatMap((block) => {
    const parts = touched.get(block.id)
    return parts === undefined ? [] : [{ block, touched: [...parts].filter(isWords).toSorted() }]
  })
  return { map, title, blocks, comments: [] }
}

const isWords = (part: string): boolean => /^(?:statement|detail|telling:.+|field:.+)$/.test(part)

function note(touched: Map<string, Set<string>>, block: string, part: string): void {
  touched.set(block, (touched.get(block) ?? new Set()).add(part))
}

/** Where in the document the updates put something: root name, then keys. */
function touchedPaths(doc: Y.Doc, updates: readonly Uint8Array[]): readonly (readonly string[])[] {
  const roots = new Map<unknown, string>([...doc.share].map(([name, type]) => [type, name]))
  const paths: (readonly string[])[] = []
  for (const update of updates) {
    const { structs, ds } = Y.decodeUpdate(update)
    for (const { id, length } of structs) paths.push(...pathsBetween(doc, roots, id.client, id.clock, length))
    for (const [client, ranges] of ds.clients)
      for (const { clock, len } of ranges) paths.push(...pathsBetween(doc, roots, client, clock, len))
  }
  return paths
}

function pathsBetween(
  doc: Y.Doc,
  roots: ReadonlyMap<unknown, string>,
  client: number,
  clock: number,
  length: number,
): readonly (readonly string[])[] {
  const structs = doc.store.clients.get(client) ?? []
  return structs
    .filter(({ id, length: its }) => id.clock < clock + length && id.clock + its > clock)
    .flatMap((struct) => (struct instanceof Y.Item ? [pathOf(struct, roots)] : []))
}

function pathOf(item: Y.Item, roots: ReadonlyMap<unknown, string>): readonly string[] {
  const keys: string[] = []
  let at: Y.Item | null = item
  while (at !== null) {
    if (at.parentSub !== null) keys.unshift(at.parentSub)
    const parent: unknown = at.parent
    if (!(parent instanceof Y.AbstractType)) return []
    const root = roots.get(parent)
    if (root !== undefined) return [root, ...keys]
    at = parent._item
  }
  return []
}
