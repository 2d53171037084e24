import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { VersionId } from '@throughline/shared/versions'
import type { KeyRecord } from './key-store.ts'
import type { MapEpoch } from './names.ts'

export interface MapRecord {
  readonly id: MapId
  /** As it was made with; the document knows what it is called now. For operators' eyes. */
  readonly title: string
  readonly createdAt: EpochMs
  /** Which life of the map this is: a restore gives it another, so that nobody merges the later state back. */
  readonly epoch: MapEpoch
}

/** A map with everything that must come into being together. */
export interface NewMap {
  readonly map: MapRecord
  readonly keys: readonly KeyRecord[]
  /** First update of the canvas document. */
  readonly canvas: Uint8Array
}

export interface KnownMap extends MapRecord {
  /** Updates of the canvas document committed so far. */
  readonly revision: number
  readonly changedAt: EpochMs
  /** The version that readers of the brief are shown; null while they are shown the map as it is. */
  readonly frozen: VersionId | null
}

/**
 * Which maps there are.
 *
 * - **MS1** `make` writes map, keys and document at once or not at all; an id that exists is refused.
 * - **MS2** `remove` takes the map and all that belongs to it: documents, keys, sessions, people; its bytes are gone from
 *   the files when it resolves. Removing an unknown map does nothing.
 * - **MS3** `get` of an unknown map is null.
 * - **MS5** `freeze` says which version readers are shown, until it is told otherwise; of an unknown map it does nothing.
 * - **MS4** `changedSince` gives the maps whose canvas changed at that time or later, in no order.
 */
export interface MapStore {
  make(made: NewMap): Promise<void>
  get(id: MapId): Promise<KnownMap | null>
  freeze(id: MapId, version: VersionId | null): Promise<void>
  remove(id: MapId): Promise<void>
  changedSince(at: EpochMs): Promise<readonly MapId[]>
}
