import type { BlockId, PlacedFrame } from '../../schema/index.ts'
import { writeKeyed } from '../keyed-array.ts'
import type { MapDoc } from '../map-doc.ts'
import { transact } from './transact.ts'

/** To a hundredth: finer is invisible, and each digit costs every reader for as long as the map lives. Never -0. */
const rounded = (value: number) => Math.round(value * 100) / 100 || 0

export function frameTuple({ x, y, w, h, index, parentId }: PlacedFrame): readonly unknown[] {
  return [rounded(x), rounded(y), rounded(w), rounded(h), index, parentId]
}

/** Moves, sizes, stacks or re-parents blocks; many at once are one undo. Write once a gesture, at its end. */
export function moveBlocks(map: MapDoc, frames: ReadonlyMap<BlockId, PlacedFrame>): void {
  if (frames.size === 0) return
  const changes = new Map([...frames].map(([id, frame]) => [id, frameTuple(frame)]))
  transact(map, () => writeKeyed(map.frames, changes))
}
