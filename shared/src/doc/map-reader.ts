/**
 * The only reader of a canvas document: plain data out of whatever is in it, the same for everyone.
 *
 * - **MR1** Reading never writes, and never throws whatever a peer has written.
 * - **MR2** Two documents with the same content read as deeply equal maps, whatever the order of their merges.
 * - **MR3** The result keeps the promises of `PositioningMap`; what did not fit is listed in `ignored`.
 * - **MR4** A block that has not changed since the last read is the same object, so that nobody draws it again; so is
 *   the list of links. Reading again costs what has changed, and a pass over the keys.
 */
import {
  cleanLine,
  compareText,
  cutText,
  isBackwards,
  isId,
  LIMITS,
  relationOf,
  type Block,
  type BlockId,
  type Link,
  type LinkId,
  type PositioningMap,
  type Voice,
  type VoiceId,
} from '../schema/index.ts'
import * as Y from 'yjs'
import { changesOf, type Changes } from './changes.ts'
import { readKeyed, type KeyedRead } from './keyed-array.ts'
import { textFragment, textRoot, type MapDoc, type TextName } from './map-doc.ts'
import { readBlockProps, readFrame, sameBlock } from './read-block.ts'
import { readText } from './read-text.ts'

/** Something in the document that is no part of the map. `path` names the root and key, never what people wrote. */
export interface Ignored {
  readonly path: string
  readonly problem: string
}

export interface MapRead {
  readonly map: PositioningMap
  readonly ignored: readonly Ignored[]
}

/** What may have changed since the last read; before the first, everything. */
interface Stale {
  readonly blocks: Set<string>
  voices: boolean
  frames: boolean
  links: boolean
}

interface LinksRead {
  readonly links: readonly Link[]
  readonly ignored: readonly Ignored[]
}

/** Keeps what it has read until that changes: one reader a document, closed with it. */
export class MapReader {
  readonly #map: MapDoc
  /** Texts by root name; an entry goes when its root changes. */
  readonly #texts = new Map<string, string>()
  #frames: KeyedRead = { values: new Map(), malformed: 0 }
  #links: LinksRead = { links: [], ignored: [] }
  #last: PositioningMap | null = null
  #current: MapRead | null = null
  #stale: Stale = { blocks: new Set(), voices: true, frames: true, links: true }
  readonly #forget: (transaction: Y.Transaction) => void

  constructor(map: MapDoc) {
    this.#map = map
    this.#forget = (transaction) => this.#note(changesOf(transaction, map))
    map.doc.on('afterTransaction', this.#forget)
  }

  close(): void {
    this.#map.doc.off('afterTransaction', this.#forget)
  }

  read(): MapRead {
    this.#current ??= this.#readAll()
    return this.#current
  }

  #note({ blocks, texts, meta, voices, frames, links }: Changes): void {
    if (blocks.size === 0 && !meta && !voices && !frames && !links) return
    this.#current = null
    for (const root of texts) this.#texts.delete(root)
    for (const id of blocks) this.#stale.blocks.add(id)
    this.#stale.voices ||= voices
    this.#stale.frames ||= frames
    this.#stale.links ||= links
  }

  #readAll(): MapRead {
    const ignored: Ignored[] = []
    const voices = readVoices(this.#map, ignored)
    const blocks = this.#readBlocks(voices, ignored)
    if (this.#stale.links || !sameKinds(this.#last?.blocks, blocks)) this.#links = readLinks(this.#map, blocks)
    ignored.push(...this.#links.ignored)
    const map: PositioningMap = {
      title: titleOf(this.#map.meta.get('title')),
      subject: titleOf(this.#map.meta.get('subject')),
      voices,
      blocks,
      links: this.#links.links,
    }
    this.#last = map
    this.#stale = { blocks: new Set(), voices: false, frames: false, links: false }
    return { map, ignored }
  }

  #readBlocks(voices: readonly Voice[], ignored: Ignored[]): ReadonlyMap<BlockId, Block> {
    const framesBefore = this.#frames
    if (this.#stale.frames) this.#frames = readKeyed(this.#map.frames)
    const frames = this.#frames
    if (frames.malformed > 0)
      ignored.push({ path: 'frames', problem: `${frames.malformed} entries are no keyed items` })
    const blocks = new Map<BlockId, Block>()
    for (const id of sortedKeys(this.#map.blocks)) {
      const frame = frames.values.get(id)
      const known = frame === framesBefore.values.get(id) ? this.#unchanged(id as BlockId) : undefined
      const block = known ?? this.#readBlock(id, frame, voices, ignored)
      if (block !== null && blocks.size >= LIMITS.blocks)
        ignored.push({ path: `blocks/${id}`, problem: `more than ${LIMITS.blocks} blocks` })
      else if (block !== null) blocks.set(block.id, block)
    }
    return blocks
  }

  /** The block as it was read last, if nothing of it but perhaps its frame can have changed since. */
  #unchanged(id: BlockId): Block | undefined {
    return this.#stale.voices || this.#stale.blocks.has(id) ? undefined : this.#last?.blocks.get(id)
  }

  #readBlock(id: string, frame: unknown, voices: readonly Voice[], ignored: Ignored[]): Block | null {
    if (!isId(id)) {
      ignored.push({ path: 'blocks', problem: 'a key is no id' })
      return null
    }
    const props = readBlockProps(this.#map.blocks.get(id))
    if (props === null) ignored.push({ path: `blocks/${id}`, problem: 'not a block of a known kind' })
    return props === null || props === 'deleted' ? null : this.#withTexts(id as BlockId, props, voices, frame)
  }

  #withTexts(
    id: BlockId,
    props: Exclude<ReturnType<typeof readBlockProps>, 'deleted' | null>,
    voices: readonly Voice[],
    frame: unknown,
  ): Block {
    const tellings = new Map<VoiceId, string>()
    for (const voice of voices) {
      const text = this.#text(id, `telling:${voice.id}`)
      if (text !== '') tellings.set(voice.id, text)
    }
    const block: Block = {
      id,
      ...props,
      statement: this.#text(id, 'statement'),
      detail: this.#text(id, 'detail'),
      tellings,
      frame: readFrame(frame),
    }
    const before = this.#last?.blocks.get(id)
    return before !== undefined && sameBlock(before, block) ? before : block
  }

  #text(id: BlockId, name: TextName): string {
    const root = textRoot(id, name)
    // Asking Yjs for a root makes it; only those that somebody has written are worth asking for.
    if (!this.#map.doc.share.has(root)) return ''
    const known = this.#texts.get(root)
    if (known !== undefined) return known
    const fragment = textFragment(this.#map, id, name)
    const text = fragment === null ? '' : readText(fragment, name)
    this.#texts.set(root, text)
    return text
  }
}

/** Reads once; for a document that is looked at again and again, keep a `MapReader`. */
export function readMap(map: MapDoc): MapRead {
  const reader = new MapReader(map)
  try {
    return reader.read()
  } finally {
    reader.close()
  }
}

function titleOf(value: unknown): string {
  return typeof value === 'string' ? cutText(cleanLine(value), LIMITS.titleLength) : ''
}

function sortedKeys(map: Y.Map<unknown>): readonly string[] {
  return [...map.keys()].toSorted(compareText)
}

function plainObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Y.AbstractType)
    ? (value as Record<string, unknown>)
    : null
}

function readVoices(map: MapDoc, ignored: Ignored[]): readonly Voice[] {
  const found: { voice: Voice; order: number }[] = []
  for (const id of sortedKeys(map.voices)) {
    const value = plainObject(map.voices.get(id))
    const name = typeof value?.['name'] === 'string' ? cutText(cleanLine(value['name']), LIMITS.nameLength) : ''
    if (!isId(id) || name === '') {
      ignored.push({ path: 'voices', problem: 'not a voice with a name' })
      continue
    }
    const order =
      typeof value?.['order'] === 'number' && Number.isFinite(value['order']) ? value['order'] : Number.MAX_VALUE
    found.push({ voice: { id: id as VoiceId, name }, order })
  }
  const sorted = found
    .toSorted((a, b) => a.order - b.order || compareText(a.voice.id, b.voice.id))
    .map(({ voice }) => voice)
  return sorted.slice(0, LIMITS.voices)
}

type Blocks = ReadonlyMap<BlockId, Block>

/** Whether links between these blocks come out the same: kinds decide which way they point. */
function sameKinds(before: Blocks | undefined, after: Blocks): boolean {
  if (before?.size !== after.size) return false
  for (const [id, { kind }] of after) if (before.get(id)?.kind !== kind) return false
  return true
}

/** Two people can each link A and B while offline; both checks pass, and the merge has two links (PM2). */
function readLinks(map: MapDoc, blocks: Blocks): LinksRead {
  const ignored: Ignored[] = []
  const byPair = new Map<string, Link>()
  for (const id of sortedKeys(map.links)) {
    const value = plainObject(map.links.get(id))
    if (!isId(id) || typeof value?.['from'] !== 'string' || typeof value['to'] !== 'string') {
      ignored.push({ path: 'links', problem: 'not a link between two ids' })
      continue
    }
    const from = blocks.get(value['from'] as BlockId)
    const to = blocks.get(value['to'] as BlockId)
    // An end that is gone is no fault: the link comes back with its block.
    if (from === undefined || to === undefined || from === to || byPair.size >= LIMITS.links) continue
    const [start, end] = isBackwards(from.kind, to.kind) ? [to, from] : [from, to]
    const pair = [start.id, end.id].toSorted(compareText).join(' ')
    if (!byPair.has(pair))
      byPair.set(pair, { id: id as LinkId, from: start.id, to: end.id, relation: relationOf(start.kind, end.kind) })
  }
  const links = [...byPair.values()].toSorted((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to))
  return { links, ignored }
}
