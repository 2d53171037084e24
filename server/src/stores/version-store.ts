import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { Version, VersionId } from '@throughline/shared/versions'

export interface Mark {
  readonly id: VersionId
  readonly at: EpochMs
}

export interface KeptState {
  readonly at: EpochMs
  /** As `writeMapState` wrote it. */
  readonly state: string
}

export interface KeptVersion {
  readonly version: Version
  /** As `writeMapState` wrote it. */
  readonly state: string
}

/**
 * Kept states of maps.
 *
 * - **VS1** A resolved `add` survives this process dying, and the machine losing power; `read` then gives the same text.
 * - **VS2** `list` is newest first; of two of one instant the one added later comes first.
 * - **VS3** `remove` takes versions of this map alone, and those it does not name read as before; ids it does not know
 *   it passes over.
 * - **VS4** What two versions of a map have in common is kept once, or nearly so.
 * - **VS5** A version that is not there, or is another map's, is null. A damaged one is refused with an `AppError`, and
 *   no other suffers.
 * - **VS6** They go with their map.
 * - **VS7** `rewrite` changes every kept state of this map, or none. What is changed away is then in nothing that the
 *   store reads from, and gone from the files with the next purge; id, name, time and by are as before. A version that
 *   cannot be read is taken away, for nobody could say what it still holds.
 * - **VS8** A mark is kept as a version is, in no list: a state that is wanted because somebody left there. `until` gives
 *   the newest of both from that time or before, `marks` what there is of them, newest first. `keepsAny` says whether there
 *   is a state of either kind, and reads none.
 */
export interface VersionStore {
  add(map: MapId, version: Version, state: string): Promise<void>
  mark(map: MapId, mark: Mark, state: string): Promise<void>
  marks(map: MapId): Promise<readonly Mark[]>
  keepsAny(map: MapId): Promise<boolean>
  /** Null when nothing is kept from so early. */
  until(map: MapId, at: EpochMs): Promise<KeptState | null>
  list(map: MapId): Promise<readonly Version[]>
  read(map: MapId, id: VersionId): Promise<KeptVersion | null>
  remove(map: MapId, ids: readonly VersionId[]): Promise<void>
  /** Gives the versions that had to be taken away. When `change` leaves all as it is, nothing is written. */
  rewrite(map: MapId, change: (state: string) => string): Promise<readonly VersionId[]>
}
