/**
 * Deleted blocks, cleared for good.
 *
 * - **CD1** `clearNow` clears all that is deleted, from every state kept before too, and resolves when its bytes are
 *   gone from the files.
 * - **CD2** What was deleted `KEPT_MS` ago is cleared by itself, within a day, as an edit like any other.
 */
import { clearDeleted, deletedBlocks } from '@throughline/shared/doc'
import type { BlockId, EpochMs, MapId } from '@throughline/shared/schema'
import type { Touches } from '../changes/index.ts'
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import type { Rooms } from '../rooms/index.ts'
import { docName, type MapStore } from '../stores/index.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
/** So long an undo, also a late one by somebody who was away, brings a deleted block back. */
export const KEPT_MS = 30 * DAY_MS
/** Between one map and the next, so that nobody notices the round and few documents are loaded for it at once. */
const BETWEEN_MAPS_MS = 1_000
/** After the start, when people come back, there is other work. */
const FIRST_ROUND_MS = 60_000

export interface ClearingParts {
  readonly rooms: Rooms
  readonly maps: MapStore
  /** Whoever keeps earlier states of maps. */
  readonly kept: readonly { leaveOut(map: MapId, blocks: ReadonlySet<BlockId>): Promise<void> }[]
  readonly touches: Pick<Touches, 'forget'>
  readonly clock: Clock
  readonly log: Log
}

/** CD1. Gives how many blocks were cleared. @throws {AppError} when storage cannot be reached. */
export function clearNow(parts: ClearingParts, map: MapId): Promise<number> {
  // Whenever it was: the clock of whoever deleted it may be ahead.
  return clear(parts, map)
}

function clear({ rooms, kept, touches }: ClearingParts, map: MapId, before?: EpochMs): Promise<number> {
  return rooms.use(docName(map, 'canvas'), async (room) => {
    const found = deletedBlocks(room.mapDoc, before)
    // First: should this stop half-way, the document still says what is to be cleared.
    if (found.size > 0) for (const keeper of kept) await keeper.leaveOut(map, found)
    let cleared = 0
    await room.edit((doc) => {
      cleared = clearDeleted(doc, found)
    })
    // After the edit, which touches them once more.
    await touches.forget(map, found)
    // Asked for by an owner, also when nothing is left to clear: an earlier one may have been interrupted here.
    if (cleared > 0 || before === undefined) await room.purge()
    return cleared
  })
}

/** CD2. Call what it returns to end it. */
export function keepClearing(parts: ClearingParts): () => void {
  const { clock, maps, log } = parts
  let callOff = (): void => {}
  /** What has not changed since it was last looked at, and for a month before, holds nothing that falls due. */
  let lookedAt = 0 as EpochMs
  const wait = (ms: number, job: () => Promise<void>) => {
    callOff = clock.after(ms, () => {
      job().catch((error: unknown) => {
        log.warn('clearing put off', describeError(error))
        wait(DAY_MS, round)
      })
    })
  }
  const round = async () => {
    const since = Math.max(0, lookedAt - KEPT_MS - DAY_MS) as EpochMs
    lookedAt = clock.now()
    next(await maps.changedSince(since))
  }
  const next = (left: readonly MapId[]) => {
    const [map, ...rest] = left
    if (map === undefined) return wait(DAY_MS, round)
    return wait(BETWEEN_MAPS_MS, async () => {
      const cleared = await clear(parts, map, (clock.now() - KEPT_MS) as EpochMs).catch((error: unknown) => {
        log.warn('deleted blocks not cleared', { map, ...describeError(error) })
        return 0
      })
      if (cleared > 0) log.info('deleted blocks cleared', { map, blocks: cleared })
      next(rest)
    })
  }
  wait(FIRST_ROUND_MS, round)
  return () => callOff()
}
