import type { Thing } from '@throughline/shared/doc'
import type { EpochMs, MapId } from '@throughline/shared/schema'

/** Who changed a thing last, and when. */
export interface Touch {
  /** A person's id, or the name of a key without one; `''` when nobody knows. */
  readonly by: string
  readonly at: EpochMs
}

/**
 * What is remembered of a map so that somebody who comes back can be told what has changed: the last touch of every
 * thing, and when every person left. Both are bounded by the map and its people, whatever its age.
 *
 * - **CS1** `touch` and `leave` put the new in the place of the old; resolved, they survive this process dying.
 * - **CS2** `touches` gives all of one map, and of none other.
 * - **CS3** `forget` takes away all touches of blocks.
 * - **CS4** All goes with its map.
 */
export interface ChangeStore {
  touch(map: MapId, touches: ReadonlyMap<Thing, Touch>): Promise<void>
  touches(map: MapId): Promise<ReadonlyMap<Thing, Touch>>
  forget(map: MapId, blocks: ReadonlySet<string>): Promise<void>
  leave(map: MapId, person: string, at: EpochMs): Promise<void>
  /** Null for somebody who has not been here and gone again. */
  left(map: MapId, person: string): Promise<EpochMs | null>
  /** When each person of the map left last, in no order. */
  leavings(map: MapId): Promise<readonly EpochMs[]>
}
