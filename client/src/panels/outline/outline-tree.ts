/**
 * The map as a nested document: purposes, their values, whom those serve and what holds them; then what hangs loose.
 *
 * - **OT1** Every block stands in full exactly once: at the first place the argument reaches it.
 * - **OT2** Where the argument reaches it again it stands as a mention, without what hangs on it.
 */
import { linkedTo, type Block, type BlockId, type BlockKind, type PositioningMap } from '@throughline/shared/schema'

export interface OutlineItem {
  readonly block: Block
  /** How it hangs on the item above, in words; `''` at the top. */
  readonly relation: string
  /** True where the block already stands further up. */
  readonly again: boolean
  /** Statements of blocks that it merely relates to. */
  readonly relatesTo: readonly Block[]
  readonly items: readonly OutlineItem[]
}

export interface OutlineTree {
  readonly argument: readonly OutlineItem[]
  readonly loose: readonly OutlineItem[]
}

/** What hangs on a block of each kind, and the words for it. */
const HANGS_ON: Record<BlockKind, readonly (readonly [BlockKind, string])[]> = {
  purpose: [
    ['proof', 'supports it'],
    ['value', 'driven by the purpose'],
  ],
  value: [
    ['audience', 'served by it'],
    ['proof', 'supports it'],
  ],
  audience: [],
  proof: [],
}

export function outlineTree(map: PositioningMap): OutlineTree {
  const stood = new Set<BlockId>()
  const ofKind = (kind: BlockKind) => inReadingOrder([...map.blocks.values()].filter((block) => block.kind === kind))
  const item = (block: Block, relation: string): OutlineItem => {
    const again = stood.has(block.id)
    stood.add(block.id)
    const items = again
      ? []
      : HANGS_ON[block.kind].flatMap(([kind, words]) =>
          inReadingOrder(linkedTo(map, block.id, kind)).map((one) => item(one, words)),
        )
    return { block, relation, again, relatesTo: again ? [] : relatedTo(map, block.id), items }
  }
  const argument = ofKind('purpose').map((block) => item(block, ''))
  const loose = (['value', 'audience', 'proof'] as const).flatMap((kind) =>
    ofKind(kind).flatMap((block) => (stood.has(block.id) ? [] : [item(block, '')])),
  )
  return { argument, loose }
}

/** As one reads the canvas: from the top, then from the left; what nobody has placed comes last. */
function inReadingOrder(blocks: readonly Block[]): readonly Block[] {
  const at = ({ frame }: Block) => (frame === null ? [Infinity, Infinity] : [frame.y, frame.x]) as [number, number]
  return blocks.toSorted((a, b) => {
    const [ay, ax] = at(a)
    const [by, bx] = at(b)
    return ay === by ? (ax === bx ? 0 : ax - bx) : ay - by
  })
}

function relatedTo(map: PositioningMap, id: BlockId): readonly Block[] {
  return map.links.flatMap(({ from, to, relation }) => {
    if (relation !== 'relates' || (from !== id && to !== id)) return []
    const other = map.blocks.get(from === id ? to : from)
    return other === undefined ? [] : [other]
  })
}
