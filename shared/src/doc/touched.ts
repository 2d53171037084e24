/**
 * What of a map a transaction touches, named as a difference names it (`MapChange.what`): by that the server remembers
 * who changed a thing last, and when, without reading the map.
 *
 * - **TD1** A thing is `<block> <what>`; of the map as a whole ` title`, ` subject`, ` voices`, ` brief`; of a link ` link:<id>`.
 * - **TD2** `added` stands for a block that comes, goes and comes back alike.
 * - **TD3** Whatever a peer has written, naming it never throws and never writes.
 */
import * as Y from 'yjs'
import { nameOfRoot, rootOf, type Shared } from './changes.ts'

export type Thing = string

/** Of one shared type that a transaction lists as changed, with the keys it lists. Frames are not named by Yjs: `framesIn`. */
export function thingsTouched(doc: Y.Doc, type: Shared, keys: ReadonlySet<string | null>): readonly Thing[] {
  const { root, below } = rootOf(type)
  const name = nameOfRoot(root, doc)
  const named = [...keys].filter((key) => key !== null)
  if (name.startsWith('text:')) return textThing(name)
  switch (name) {
    case 'blocks':
      return below === null ? named.map((id) => `${id} added`) : named.flatMap((key) => blockThing(below, key))
    case 'links':
      return named.map((id) => ` link:${id}`)
    case 'voices':
    case 'brief':
      return [` ${name}`]
    case 'meta':
      return named.filter((key) => key === 'title' || key === 'subject').map((key) => ` ${key}`)
    default:
      return []
  }
}

function textThing(root: string): readonly Thing[] {
  const [, block = '', ...text] = root.split(':')
  const what = text.join(':')
  return block === '' ? [] : [`${block} ${what === 'statement' ? 'reworded' : what}`]
}

const KEPT_KEYS: ReadonlySet<string> = new Set(['kind', 'status', 'owner', 'tags', 'agreed'])

function blockThing(block: string, key: string): readonly Thing[] {
  if (key === 'deletedAt') return [`${block} added`]
  return KEPT_KEYS.has(key) || key.startsWith('field:') ? [`${block} ${key}`] : []
}

/** A frame is a tuple of six under its block's key; of an array Yjs says only that it has changed. */
export function framesIn(structs: readonly (Y.Item | Y.GC | object)[]): readonly Thing[] {
  const things: Thing[] = []
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentAny)) continue
    for (const item of struct.content.arr as readonly unknown[]) {
      const { key, val } = (item ?? {}) as { readonly key?: unknown; readonly val?: unknown }
      if (typeof key === 'string' && Array.isArray(val) && val.length === 6) things.push(`${key} moved`)
    }
  }
  return things
}
