/** Which blocks one can be linked with, or hang under. Pure. */
import { inReadingOrder } from '@throughline/shared/brief'
import { parentKindsOf } from '@throughline/shared/outline'
import { relationOf, type Block, type BlockId, type PositioningMap } from '@throughline/shared/schema'

export type Linking =
  | { readonly is: 'link'; readonly block: BlockId }
  /** From under `from`, or from nowhere. */
  | { readonly is: 'move'; readonly block: BlockId; readonly from: BlockId | null }

/** Those that the argument leads to come first; none that is linked with it already. */
export function candidates(map: PositioningMap, linking: Linking): readonly Block[] {
  const block = map.blocks.get(linking.block)
  if (block === undefined) return []
  const linked = new Set(
    map.links.flatMap(({ from, to }) => (from === block.id ? [to] : to === block.id ? [from] : [])),
  )
  const free = inReadingOrder(map.blocks.values()).filter(({ id }) => id !== block.id && !linked.has(id))
  if (linking.is === 'move') {
    const kinds = parentKindsOf(block.kind)
    return free.filter(({ kind }) => kinds.includes(kind))
  }
  const merelyRelates = ({ kind }: Block): boolean =>
    relationOf(block.kind, kind) === 'relates' && relationOf(kind, block.kind) === 'relates'
  return [...free.filter((other) => !merelyRelates(other)), ...free.filter(merelyRelates)]
}
