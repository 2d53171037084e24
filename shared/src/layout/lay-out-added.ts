/** What an import brings, laid out as one group beside a map that has content already. */
import type { BlockId, PlacedFrame, PositioningMap } from '../schema/index.ts'
import { placeBeside } from './beside.ts'
import { layOutMap } from './lay-out-map.ts'
import { placeLoose } from './place-loose.ts'
import type { MapToLayOut } from './units.ts'

/** Frames for every block of `added`. Places that it brings keep their arrangement among each other. */
export function layOutAdded(
  existing: Pick<PositioningMap, 'blocks'>,
  added: MapToLayOut,
): ReadonlyMap<BlockId, PlacedFrame> {
  const kept = new Map<BlockId, PlacedFrame>()
  // A frame or group that it stood on is not coming along.
  for (const { id, frame } of added.blocks.values()) if (frame !== null) kept.set(id, { ...frame, parentId: '' })
  const group = kept.size === 0 ? layOutMap(added) : new Map([...kept, ...placeLoose(added)])
  return placeBeside(existing, added, group)
}
