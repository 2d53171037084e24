/** Parts of a map, as maps. */
import { linkedTo, type Block, type BlockId, type PositioningMap } from '../schema/index.ts'

/** What concerns one audience: it, the values that serve it, the purposes, and what holds either. */
export function concerning(map: PositioningMap, audience: Block): PositioningMap {
  const values = new Set<Block>(linkedTo(map, audience.id, 'value'))
  const held = (block: Block) =>
    (['value', 'purpose'] as const).some((kind) =>
      linkedTo(map, block.id, kind).some((holder) => kind === 'purpose' || values.has(holder)),
    )
  const concerns = (block: Block): boolean =>
    ({ purpose: true, value: values.has(block), audience: block === audience, proof: held(block) })[block.kind]
  return onlyBlocks(map, (block) => (concerns(block) ? block : null))
}

/** Blocks as `pick` gives them, and the links between those that it gives. What is decided about the brief stays. */
export function onlyBlocks(map: PositioningMap, pick: (block: Block) => Block | null): PositioningMap {
  const blocks = new Map<BlockId, Block>()
  for (const [id, block] of map.blocks) {
    const picked = pick(block)
    if (picked !== null) blocks.set(id, picked)
  }
  return { ...map, blocks, links: map.links.filter(({ from, to }) => blocks.has(from) && blocks.has(to)) }
}
