/** The other half of `diffMaps` (DF1): a state of a map and what has changed since give the later state. */
import {
  compareText,
  compositionOf,
  relationOf,
  type Block,
  type BlockId,
  type EpochMs,
  type FieldName,
  type Link,
  type LinkId,
  type PositioningMap,
  type VoiceId,
} from '../schema/index.ts'
import type { AboutChange, BlockChange, BlockEdit, BlockState, MapChange } from './change.ts'

/** Expects changes that were found from exactly this map; on another one the result is no map to rely on. */
export function applyChanges(map: PositioningMap, changes: readonly MapChange[]): PositioningMap {
  const blocks = new Map(map.blocks)
  const links = new Map(map.links.map(({ from, to }) => [`${from} ${to}`, { from, to }]))
  let about: Pick<PositioningMap, 'title' | 'subject' | 'voices' | 'brief'> = map
  for (const change of changes) {
    if (change.block === null) about = withAbout(about, change)
    else applyToBlocks(blocks, links, change)
  }
  const sorted = [...blocks].toSorted(([a], [b]) => compareText(a, b))
  const { title, subject, voices } = about
  const brief = compositionOf(about.brief, (id) => blocks.has(id))
  return { title, subject, voices, blocks: new Map(sorted), links: soundLinks(blocks, [...links.values()]), brief }
}

function withAbout<About extends object>(about: About, { what, after }: AboutChange): About {
  return { ...about, [what]: after }
}

type Ends = Pick<Link, 'from' | 'to'>

function applyToBlocks(blocks: Map<BlockId, Block>, links: Map<string, Ends>, change: BlockChange): void {
  const { block: id } = change
  switch (change.what) {
    case 'added':
      blocks.set(id, blockOf(id, change.after))
      return
    case 'gone':
      blocks.delete(id)
      return
    case 'linked':
      links.set(`${id} ${change.after}`, { from: id, to: change.after })
      return
    case 'unlinked':
      links.delete(`${id} ${change.before}`)
      return
    default: {
      const block = blocks.get(id)
      if (block !== undefined) blocks.set(id, withEdit(block, change))
    }
  }
}

function blockOf(id: BlockId, { tellings, ...state }: BlockState): Block {
  return { id, ...state, tellings: new Map(Object.entries(tellings) as [VoiceId, string][]), createdAt: 0 as EpochMs }
}

function withEdit(block: Block, edit: BlockEdit): Block {
  const { what, after } = edit
  if (what.startsWith('field:')) {
    const name = what.slice('field:'.length) as FieldName
    const { [name]: _, ...others } = block.fields
    return { ...block, fields: after === '' ? others : { ...others, [name]: after as string } }
  }
  if (what.startsWith('telling:')) {
    const tellings = new Map(block.tellings)
    const voice = what.slice('telling:'.length) as VoiceId
    if (after === '') tellings.delete(voice)
    else tellings.set(voice, after as string)
    return { ...block, tellings }
  }
  const key = what === 'reworded' ? 'statement' : what === 'moved' ? 'frame' : what
  return { ...block, [key]: after }
}

function soundLinks(blocks: ReadonlyMap<BlockId, Block>, pairs: readonly Ends[]): readonly Link[] {
  return pairs
    .flatMap(({ from, to }): Link[] => {
      const [start, end] = [blocks.get(from), blocks.get(to)]
      if (start === undefined || end === undefined) return []
      return [{ id: `${from}-${to}` as LinkId, from, to, relation: relationOf(start.kind, end.kind) }]
    })
    .toSorted((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to))
}
