/**
 * What a transaction has changed, in terms of the map: so that a reader reads again no more than that.
 *
 * It goes by `transaction.changed`, not by `changedParentTypes`: a text that a peer has just begun is a root that
 * nobody here has opened, and Yjs lists no parents for those.
 */
import * as Y from 'yjs'
import type { MapDoc } from './map-doc.ts'

export interface Changes {
  /** Ids under `blocks`, or whose texts changed; they may be anything a peer has written. */
  readonly blocks: ReadonlySet<string>
  /** Names of text roots. */
  readonly texts: ReadonlySet<string>
  readonly meta: boolean
  readonly voices: boolean
  readonly frames: boolean
  readonly links: boolean
  readonly dismissed: boolean
  readonly decided: boolean
  readonly brief: boolean
}

/** A shared type of any kind, as Yjs lists it. */
export type Shared = Y.Transaction['changed'] extends Map<infer Type, unknown> ? Type : never

export function changesOf(transaction: Y.Transaction, map: MapDoc): Changes {
  const roots = new Set<unknown>()
  const blocks = new Set<string>()
  const texts = new Set<string>()
  for (const [type, keys] of transaction.changed) {
    const { root, below } = rootOf(type)
    roots.add(root)
    if (isSame(root, map.blocks)) {
      // A change of `blocks` itself names its keys; one further down lies below the key that leads there.
      for (const key of below === null ? keys : [below]) if (key !== null) blocks.add(key)
    } else if (!isOwn(root, map)) {
      const name = nameOfRoot(root, map.doc)
      const id = name.startsWith('text:') ? name.split(':')[1] : undefined
      if (id === undefined) continue
      texts.add(name)
      blocks.add(id)
    }
  }
  const has = (type: unknown) => roots.has(type)
  const { meta, voices, frames, links, dismissed, decided, brief } = map
  return {
    blocks,
    texts,
    meta: has(meta),
    voices: has(voices),
    frames: has(frames),
    links: has(links),
    dismissed: has(dismissed),
    decided: has(decided),
    brief: has(brief),
  }
}

/** Roots never change their name, and Yjs looks for one among all of them: with thousands of texts, at every keystroke. */
const rootNames = new WeakMap<object, string>()

export function nameOfRoot(root: Shared, doc: Y.Doc): string {
  if (!rootNames.has(root)) for (const [name, type] of doc.share) rootNames.set(type, name)
  return rootNames.get(root) ?? Y.findRootTypeKey(root)
}

/** The root a type hangs under, and the key right below it that leads there; null for a root itself. */
export function rootOf(type: Shared): {
  readonly root: Shared
  readonly below: string | null
} {
  let root = type
  let below: string | null = null
  while (root._item !== null) {
    below = root._item.parentSub
    root = root._item.parent as Shared
  }
  return { root, below }
}

function isSame(type: unknown, other: unknown): boolean {
  return type === other
}

function isOwn(root: unknown, map: MapDoc): boolean {
  const { meta, voices, links, frames, drawing, dismissed, decided, brief } = map
  return [meta, voices, links, frames, drawing, dismissed, decided, brief].some((type) => isSame(type, root))
}
