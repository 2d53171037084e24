import type { EpochMs } from '@throughline/shared/schema'
import type { DocName, Seq } from './names.ts'

/** How far a document has come; all of it is on disk. */
export interface DocHead {
  /** Updates committed ever, those that a snapshot covers included; 0 for a document nobody has written. */
  readonly seq: Seq
  /** When the last of them was committed; null when there is none. */
  readonly changedAt: EpochMs | null
}

export interface StoredDoc extends DocHead {
  /** The snapshot, if there is one, then the updates after it, oldest first. */
  readonly parts: readonly Uint8Array[]
  /** How many of the parts are updates after the snapshot. */
  readonly tail: number
  /** How far the snapshot goes, as a Yjs state vector (DS9); null without a snapshot, or when that was not kept. */
  readonly vector: Uint8Array | null
  /** Rows whose bytes are not what was written; they are kept aside and are not among the parts. */
  readonly damaged: number
}

export interface Compacted {
  /** The last update that the snapshot covers. */
  readonly upTo: Seq
  /** Bytes of the snapshot, as it is loaded. */
  readonly bytes: number
}

/**
 * Durable record of Yjs documents, as updates in the order they were appended.
 *
 * - **DS1** `load` returns every update whose `append` resolved, or a snapshot that covers it, oldest first; nothing
 *   for an unknown name.
 * - **DS2** A resolved `append` survives this process dying, and the machine losing power.
 * - **DS3** Each append of a document answers the next higher seq, without gaps, in the order of the calls.
 * - **DS4** Names are opaque and compared whole: `map/a` never touches `map/ab`.
 * - **DS5** `compact` puts one state in the place of all updates that are stored when it begins, once that state has been
 *   read back: until then, and if it dies or fails, the updates are there. Later updates stay, and seq and time stay
 *   what they were.
 * - **DS6** A damaged row never makes a document unreadable: it is left out, counted and kept aside.
 * - **DS7** After `close`, and while storage is out of reach, calls are refused with an `AppError`.
 * - **DS8** `purge` is a `compact` after which what was deleted from the document is nowhere in the files.
 * - **DS9** The state vector beside a snapshot is never further than what a document made of the snapshot has.
 */
export interface DocStore {
  load(doc: DocName): Promise<StoredDoc>
  head(doc: DocName): Promise<DocHead>
  append(doc: DocName, update: Uint8Array, at: EpochMs): Promise<Seq>
  /** Null when there was nothing to put together. */
  compact(doc: DocName): Promise<Compacted | null>
  purge(doc: DocName): Promise<Compacted | null>
}
