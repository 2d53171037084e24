import type { VoiceId, BlockId } from '../schema/index.ts'
import type * as Y from 'yjs'

/**
 * The canvas document's roots, by name. The one place that names them (contract, "The canvas document").
 *
 * Texts are roots of their own: a container that two people create at once under one key of a Y.Map loses a side with
 * everything typed into it, while roots of one name always merge. For the same reason a field is a key on its block.
 */
export interface MapDoc {
  readonly doc: Y.Doc
  /** `schema`, `title`, `subject`. */
  readonly meta: Y.Map<unknown>
  /** Voice id → `{name, order}`. */
  readonly voices: Y.Map<unknown>
  /** Block id → Y.Map of `kind`, `status`, `owner`, `tags`, `field:<name>`, `createdAt`, `deletedAt`, `agreed`. */
  readonly blocks: Y.Map<unknown>
  /** Link id → `{from, to}`. */
  readonly links: Y.Map<unknown>
  /** Notice key → `{print, reason, by, at}`: what the team leaves as it is. A plain value, the last to write it wins. */
  readonly dismissed: Y.Map<unknown>
  /** Proposal (its thread in the comments document) → `{is, block, wording, author, by, at, reason}`: what became of it. */
  readonly decided: Y.Map<unknown>
  /**
   * What people have decided about the brief: `order` → ids of blocks as they stood when somebody first moved one;
   * `place:<block id>` → a number among the places in that list; `off:<block id>` → true for one that is kept off it;
   * `accent` → `#rrggbb`; `logo` → `{asset, width, height, alt}`.
   */
  readonly brief: Y.Map<unknown>
  /** Keyed items: block id → `[x, y, w, h, index, parentId]`. */
  readonly frames: Y.Array<unknown>
  /** Keyed items: record key → a tldraw record that is neither a block nor a link. */
  readonly drawing: Y.Array<unknown>
}

export const SCHEMA_VERSION = 1

/** Writes nothing: a reader that merely opens a document must not send an update. */
export function openMapDoc(doc: Y.Doc): MapDoc {
  return {
    doc,
    meta: doc.getMap('meta'),
    voices: doc.getMap('voices'),
    blocks: doc.getMap('blocks'),
    links: doc.getMap('links'),
    dismissed: doc.getMap('dismissed'),
    decided: doc.getMap('decided'),
    brief: doc.getMap('brief'),
    frames: doc.getArray('frames'),
    drawing: doc.getArray('drawing'),
  }
}

/** Which text of a block: also the tail of its root's name. */
export type TextName = 'statement' | 'detail' | `telling:${VoiceId}`

export function textRoot(id: BlockId, name: TextName): string {
  return `text:${id}:${name}`
}

/** The shared type behind a text, made on first use; null where a peer has put something else under its name. */
export function textFragment(map: MapDoc, id: BlockId, name: TextName): Y.XmlFragment | null {
  try {
    return map.doc.getXmlFragment(textRoot(id, name))
  } catch {
    // Yjs throws when the root was already opened as another type: nothing that we could read or repair.
    return null
  }
}
