import type { Readable } from 'node:stream'
import { AppError } from '@throughline/shared/errors'
import type { AssetId } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'

/** How much one map may hold. */
export interface AssetRoom {
  readonly count: number
  readonly bytes: number
}

export interface StoredAsset {
  /** Bytes. */
  readonly size: number
  /** From its first byte; whoever begins to read closes what they have read. */
  read(): Readable
}

/**
 * Pictures of maps, each under an id that is made from its bytes.
 *
 * - **AS1** A resolved `add` survives this process dying, and the machine losing power; `find` then gives the same bytes.
 * - **AS2** The same id twice is kept once, and takes no room the second time.
 * - **AS3** A map never holds more than `room`, however many come at once: `too-large`, and nothing of it stays.
 * - **AS4** What is not there, or is another map's, is null.
 * - **AS5** `removeAll` takes the pictures of one map and no neighbour's; of a map without any it does nothing.
 * - **AS6** After `close` of the stores, and while storage is out of reach, calls are refused with an `AppError`; when
 *   there is no room left on the disk it is `storage-full`, and nothing of the picture stays.
 */
export interface AssetStore {
  add(map: MapId, id: AssetId, bytes: Uint8Array, room: AssetRoom): Promise<void>
  find(map: MapId, id: AssetId): Promise<StoredAsset | null>
  removeAll(map: MapId): Promise<void>
}

/** AS3. @throws {AppError} `too-large` when one more does not fit into what is left. */
export function checkRoom(held: AssetRoom, size: number, room: AssetRoom): void {
  if (held.count + 1 > room.count)
    throw new AppError('too-large', `This map holds ${room.count} pictures already, and cannot take more.`)
  if (held.bytes + size > room.bytes)
    throw new AppError('too-large', 'The pictures of this map have no room left for another of this size.')
}
