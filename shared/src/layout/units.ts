/** A card with the proofs that stand below it: what layout moves about as one. */
import { compareText, type Block, type BlockId, type PositioningMap } from '../schema/index.ts'
import { comfortableCard, type CardShape, type Size } from './estimate-card.ts'
import { boundsOf, GAP, type Box } from './geometry.ts'

export type MapToLayOut = Pick<PositioningMap, 'blocks' | 'links'>

export interface Unit {
  readonly block: Block
  readonly size: Size
  /** Every card of the unit, the block's own first, relative to the unit's top left corner. */
  readonly cards: readonly { readonly id: BlockId; readonly box: Box }[]
}

/** Between a card and the proofs below it: room for the bearing and its label. */
const BELOW = 40
/** Proofs abreast; many stand wider than deep. */
const abreast = (count: number) => (count <= 4 ? 2 : Math.ceil(Math.sqrt(count * 1.5)))

export function unitOf(block: Block, proofs: readonly Block[], shape?: CardShape): Unit {
  const own = comfortableCard(block, shape)
  const cards = [{ id: block.id, box: { x: 0, y: 0, ...own } }]
  const columns = abreast(proofs.length)
  let y = own.h + BELOW
  for (let start = 0; start < proofs.length; start += columns) {
    const row = proofs
      .slice(start, start + columns)
      .map((proof) => ({ id: proof.id, ...comfortableCard(proof, shape) }))
    const h = Math.max(...row.map((card) => card.h))
    let x = 0
    for (const card of row) {
      // One row, one height: the page is calmer for it.
      cards.push({ id: card.id, box: { x, y, w: card.w, h } })
      x += card.w + GAP
    }
    y += h + GAP
  }
  const { w, h } = boundsOf(cards.map(({ box }) => box)) ?? own
  return { block, size: { w, h }, cards }
}

/** What a proof rather stands under, when it is linked with several. */
const HOSTS = ['value', 'purpose', 'audience'] as const

/** Which proofs stand below which block; a proof that is linked with nothing but proofs stands below none. */
export function proofsByHost(map: MapToLayOut): ReadonlyMap<BlockId, readonly Block[]> {
  const near = neighbours(map)
  const hosted = new Map<BlockId, Block[]>()
  for (const proof of map.blocks.values()) {
    if (proof.kind !== 'proof') continue
    const linked = near.get(proof.id) ?? []
    const host = HOSTS.map((kind) => fewest(linked.filter((block) => block.kind === kind))).find(
      (block) => block !== undefined,
    )
    if (host !== undefined) hosted.set(host.id, [...(hosted.get(host.id) ?? []), proof])
  }
  return hosted

  /** A proof of several values goes to the one that has least, so that the page stays even. */
  function fewest(blocks: readonly Block[]): Block | undefined {
    const count = (block: Block) => hosted.get(block.id)?.length ?? 0
    return blocks.toSorted((a, b) => count(a) - count(b) || compareText(a.id, b.id))[0]
  }
}

/** What each block is linked with, in the order of the links; in either direction. */
export type Near = ReadonlyMap<BlockId, readonly Block[]>

export function neighbours(map: MapToLayOut): Near {
  const near = new Map<BlockId, Block[]>()
  for (const { from, to } of map.links) {
    const [start, end] = [map.blocks.get(from), map.blocks.get(to)]
    if (start === undefined || end === undefined || start === end) continue
    add(start.id, end)
    add(end.id, start)
  }
  return near

  function add(id: BlockId, other: Block): void {
    const list = near.get(id)
    if (list === undefined) near.set(id, [other])
    else list.push(other)
  }
}

/** Units in groups that hang together by links, each in the given order; the group with most cards first. */
export function argumentsOf(near: Near, ordered: readonly Unit[]): readonly (readonly Unit[])[] {
  const groupOf = new Map<BlockId, number>()
  for (const { block } of ordered) {
    if (groupOf.has(block.id)) continue
    const group = groupOf.size
    const open = [block.id]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (groupOf.has(id)) continue
      groupOf.set(id, group)
      for (const other of near.get(id) ?? []) open.push(other.id)
    }
  }
  const groups = Map.groupBy(ordered, ({ block }) => groupOf.get(block.id))
  return [...groups.values()].toSorted((a, b) => b.length - a.length)
}
