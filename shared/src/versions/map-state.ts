/**
 * All of a map that a version keeps, as one line of JSON: the map and its free drawing, places included.
 *
 * The map file is not enough for it: it knows neither drawing nor the pile, and gives places on a frame as places on the page.
 */
import * as z from 'zod'
import { stateOf, type BlockState } from '../diff/index.ts'
import {
  NOTHING_DECIDED,
  compareText,
  compositionOf,
  relationOf,
  type Block,
  type BlockId,
  type Composition,
  type EpochMs,
  type Link,
  type PositioningMap,
  type Voice,
  type VoiceId,
} from '../schema/index.ts'

export interface MapState {
  readonly map: PositioningMap
  /** tldraw's records by key, as the document's `drawing` holds them. */
  readonly drawing: ReadonlyMap<string, unknown>
}

/** The same state, the same text: blocks by id, drawing by key. */
export function writeMapState({ map, drawing }: MapState): string {
  const { title, subject, voices, blocks, links, brief } = map
  return JSON.stringify({
    title,
    subject,
    voices,
    blocks: [...blocks.values()].map((block) => ({
      id: block.id,
      createdAt: block.createdAt,
      ...inOrder(stateOf(block)),
    })),
    links: links.map(({ id, from, to }) => ({ id, from, to })),
    brief,
    drawing: Object.fromEntries([...drawing].toSorted(([a], [b]) => compareText(a, b))),
  })
}

/** The kept state without those blocks and their links; the same text when it holds none of them. @throws as `readMapState`. */
export function withoutBlocks(text: string, gone: ReadonlySet<BlockId>): string {
  if (![...gone].some((id) => text.includes(JSON.stringify(id)))) return text
  const { map, drawing } = readMapState(text)
  const blocks = new Map([...map.blocks].filter(([id]) => !gone.has(id)))
  if (blocks.size === map.blocks.size) return text
  const links = map.links.filter(({ from, to }) => blocks.has(from) && blocks.has(to))
  const brief = compositionOf(map.brief, (id) => blocks.has(id))
  return writeMapState({ map: { ...map, blocks, links, brief }, drawing })
}

function inOrder(state: BlockState): BlockState {
  const sorted = <Value>(record: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => compareText(a, b)))
  return { ...state, fields: sorted(state.fields), tellings: sorted(state.tellings) }
}

/** Only what we wrote ourselves is read here; the check is against a store that has been tampered with. */
const kept = z.object({
  title: z.string(),
  subject: z.string(),
  voices: z.array(z.object({ id: z.string(), name: z.string() })),
  blocks: z.array(z.custom<KeptBlock>(hasTexts('id', 'kind', 'statement'))),
  links: z.array(z.custom<KeptLink>(hasTexts('id', 'from', 'to'))),
  /** Absent from what was kept before there were such decisions. */
  brief: z.custom<Partial<Composition>>((value) => typeof value === 'object').optional(),
  drawing: z.custom<Readonly<Record<string, unknown>>>((value) => typeof value === 'object' && value !== null),
})

/** By hand where there are thousands: zod makes each anew, which took as long as parsing the text. */
function hasTexts(...keys: readonly string[]): (value: unknown) => boolean {
  return (value) => {
    if (typeof value !== 'object' || value === null) return false
    return keys.every((key) => typeof (value as Readonly<Record<string, unknown>>)[key] === 'string')
  }
}

/** @throws when the text is no kept state. */
export function readMapState(text: string): MapState {
  const { title, subject, voices, blocks, links, brief, drawing } = kept.parse(JSON.parse(text))
  const read = blocks.map(readBlock)
  const byId = new Map(read.map((block) => [block.id, block]))
  const map: PositioningMap = {
    title,
    subject,
    voices: voices as unknown as readonly Voice[],
    blocks: byId,
    links: links.flatMap((link) => readLink(link, byId)),
    brief: { ...NOTHING_DECIDED, ...brief },
  }
  return { map, drawing: new Map(Object.entries(drawing)) }
}

type KeptLink = Pick<Link, 'id' | 'from' | 'to'>
type KeptBlock = BlockState & { readonly id: BlockId; readonly createdAt: EpochMs }

function readBlock(block: KeptBlock): Block {
  return { ...block, tellings: new Map(Object.entries(block.tellings) as [VoiceId, string][]) }
}

function readLink({ id, from, to }: KeptLink, blocks: ReadonlyMap<BlockId, Block>): readonly Link[] {
  const [start, end] = [blocks.get(from), blocks.get(to)]
  return start === undefined || end === undefined ? [] : [{ id, from, to, relation: relationOf(start.kind, end.kind) }]
}
