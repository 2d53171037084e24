/** A map from a sketch, for tests that care about its shape and not about the rest. */
import {
  NOTHING_DECIDED,
  BLOCK_KINDS,
  compareText,
  DEFAULT_VOICES,
  isBackwards,
  relationOf,
  type Block,
  type BlockId,
  type BlockKind,
  type Composition,
  type EpochMs,
  type Link,
  type LinkId,
  type PositioningMap,
  type Voice,
  type VoiceId,
} from '../src/schema/index.ts'
import { invariant } from '../src/base/index.ts'

export interface BlockSketch {
  readonly kind: BlockKind
  /** Blocks it is linked with; a link drawn the wrong way is turned. */
  readonly to?: readonly string[]
  /** The block's name in the sketch when left out. */
  readonly statement?: string
  readonly tellings?: Readonly<Record<string, string>>
  readonly with?: Partial<Omit<Block, 'id' | 'kind' | 'statement' | 'tellings'>>
}

export interface MapSketch {
  readonly title?: string
  readonly subject?: string
  readonly voices?: readonly Voice[]
  readonly brief?: Partial<Composition>
}

export function buildBlock(id: string, sketch: BlockSketch): Block {
  const { kind, statement = id, tellings = {} } = sketch
  return {
    id: id as BlockId,
    kind,
    statement,
    detail: '',
    status: 'draft',
    owner: '',
    tags: [],
    fields: {},
    tellings: new Map(Object.entries(tellings) as [VoiceId, string][]),
    agreed: null,
    createdAt: 0 as EpochMs,
    frame: null,
    ...sketch.with,
  }
}

/** `buildMap({ fast: { kind: 'value' }, bench: { kind: 'proof', to: ['fast'] } })` */
export function buildMap(blocks: Readonly<Record<string, BlockSketch>>, about: MapSketch = {}): PositioningMap {
  const { title = 'A map', subject = 'A subject', voices = DEFAULT_VOICES, brief } = about
  const built = Object.entries(blocks)
    .map(([id, sketch]) => buildBlock(id, sketch))
    .toSorted((a, b) => compareText(a.id, b.id))
  const pairs = Object.entries(blocks).flatMap(([from, { to = [] }]) => to.map((end) => [from, end] as const))
  const byId = new Map(built.map((block) => [block.id, block]))
  return {
    title,
    subject,
    voices,
    blocks: byId,
    links: linksBetween(byId, pairs),
    brief: { ...NOTHING_DECIDED, ...brief },
  }
}

/** Sound links (PM2, PM3) out of any pairs of ids. */
export function linksBetween(
  blocks: ReadonlyMap<BlockId, Block>,
  pairs: readonly (readonly [string, string])[],
): readonly Link[] {
  const links = new Map<string, Link>()
  for (const [a, b] of pairs) {
    const [from, to] = [blocks.get(a as BlockId), blocks.get(b as BlockId)]
    invariant(from !== undefined && to !== undefined, `the sketch links ${a} with ${b}, but has not both`)
    if (from === to) continue
    const [start, end] = isBackwards(from.kind, to.kind) ? [to, from] : [from, to]
    const pair = [a, b].toSorted(compareText).join('>')
    const id = `link-${links.size}` as LinkId
    if (!links.has(pair))
      links.set(pair, { id, from: start.id, to: end.id, relation: relationOf(start.kind, end.kind) })
  }
  return [...links.values()].toSorted((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to))
}

/** Throws where a map breaks one of the promises of `PositioningMap`. */
export function assertSound(map: PositioningMap): void {
  const ids = [...map.blocks.keys()]
  invariant(
    ids.every((id, at) => at === 0 || compareText(ids[at - 1] ?? '', id) < 0),
    'PM1: blocks by id',
  )
  const pairs = new Set<string>()
  for (const [at, { from, to, relation }] of map.links.entries()) {
    const [start, end] = [map.blocks.get(from), map.blocks.get(to)]
    invariant(start !== undefined && end !== undefined && start !== end, 'PM2: two different blocks of this map')
    invariant(!isBackwards(start.kind, end.kind), 'PM3: the way the argument goes')
    invariant(relation === relationOf(start.kind, end.kind), 'the relation follows from the kinds')
    const pair = [from, to].toSorted(compareText).join('>')
    invariant(!pairs.has(pair), 'PM2: no two blocks linked twice')
    pairs.add(pair)
    const before = map.links[at - 1]
    invariant(
      before === undefined || (compareText(before.from, from) || compareText(before.to, to)) < 0,
      'PM1: links by from, then to',
    )
  }
  const { order, off } = map.brief
  for (const list of [order, off])
    invariant(new Set(list).size === list.length && list.every((id) => map.blocks.has(id)), 'CO1: blocks of this map')
  invariant(
    off.every((id, at) => at === 0 || compareText(off[at - 1] ?? '', id) < 0),
    'CO1: off by id',
  )
  for (const block of map.blocks.values()) invariant(BLOCK_KINDS.includes(block.kind), 'a known kind')
}
