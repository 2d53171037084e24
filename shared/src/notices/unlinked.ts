import { blocksOf, linkedTo, type BlockKind, type PositioningMap } from '../schema/index.ts'
import type { Finding } from './rule.ts'

/** Blocks of one kind that no link joins with a block of the other kind, whichever way it points. */
export function unlinked(map: PositioningMap, kind: BlockKind, other: BlockKind): readonly Finding[] {
  return blocksOf(map, kind)
    .filter((block) => linkedTo(map, block.id, other).length === 0)
    .map((block) => ({ about: [block.id] }))
}
