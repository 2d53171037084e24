/**
 * The map as it was before many blocks were deleted at once. They are marked and their words are still there, so that it
 * can be told after the fact, and nobody waits for it.
 */
import { bringBack, deletedBlocks, type Thing } from '@throughline/shared/doc'
import type { BlockId } from '@throughline/shared/schema'
import { stateOfDoc, writeMapState } from '@throughline/shared/versions'
import { withCopyOf, type Room } from '../rooms/index.ts'

/** From so many blocks on, deleted in one go, somebody may want the map of before. */
export const SWEEP = 5

export interface Swept {
  readonly blocks: number
  /** As `writeMapState` writes it. */
  readonly state: string
}

/** What may have been deleted, of all that was touched in one tick; null when it is too little to ask for. */
export function mayBeSwept(touched: ReadonlyMap<Thing, string>): ReadonlySet<BlockId> | null {
  if (touched.size < SWEEP) return null
  const blocks = new Set<BlockId>()
  for (const thing of touched.keys())
    if (thing.endsWith(' added')) blocks.add(thing.slice(0, -' added'.length) as BlockId)
  return blocks.size < SWEEP ? null : blocks
}

/** Null when fewer of them are deleted. To be asked in the turn in which they were touched. */
export function beforeSweep(room: Room, touched: ReadonlySet<BlockId>): Swept | null {
  const gone = new Set([...deletedBlocks(room.mapDoc)].filter((id) => touched.has(id)))
  if (gone.size < SWEEP) return null
  return withCopyOf(room, (map) => {
    for (const id of gone) bringBack(map, id)
    return { blocks: gone.size, state: writeMapState(stateOfDoc(map)) }
  })
}
