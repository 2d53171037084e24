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
  cutText,
  isId,
  LIMITS,
  NOTHING_DECIDED,
  type Block,
  type BlockId,
  type Decisions,
  type Dismissals,
  type PositioningMap,
  type Voice,
  type VoiceId,
} from '../schema/index.ts'
import type * as Y from 'yjs'
import { BlockRoster } from './block-roster.ts'
import { listed, type Ignored } from './ignored.ts'
import { changesOf, type Changes } from './changes.ts'
import { readKeyed, type KeyedRead } from './keyed-array.ts'
import { textFragment, textRoot, type MapDoc, type TextName } from './map-doc.ts'
import { readBlockProps, readFrame, sameBlock } from './read-block.ts'
import { readComposition, type CompositionRead } from './read-composition.ts'
import { readDecided } from './read-decided.ts'
import { readDismissed } from './read-dismissed.ts'
import { readLinks, sameKinds, type LinksRead } from './read-links.ts'
import { readText } from './read-text.ts'
import { readVoices } from './read-voices.ts'

export interface MapRead {
  readonly map: PositioningMap
  readonly dismissed: Dismissals
  /** What became of proposals. */
  readonly decided: Decisions
  readonly ignored: readonly Ignored[]
}

/** What may have changed since the last read; before the first, everything. */
interface Stale {
  readonly blocks: Set<string>
  voices: boolean
  frames: boolean
  links: boolean
  dismissed: boolean
  decided: boolean
  brief: boolean
}

function staleParts(are: boolean): Stale {
  return { blocks: new Set(), voices: are, frames: are, links: are, dismissed: are, decided: are, brief: are }
}

/** Keeps what it has read until that changes: one reader a document, closed with it. */
export class MapReader {
  readonly #map: MapDoc
  readonly #roster: BlockRoster
  /** Texts by root name; an entry goes when its root changes. */
  readonly #texts = new Map<string, string>()
  #frames: KeyedRead = { values: new Map(), malformed: 0 }
  #links: LinksRead = { links: [], ignored: [] }
  #dismissed: ReturnType<typeof readDismissed> = { dismissed: new Map(), malformed: 0 }
  #decided: ReturnType<typeof readDecided> = { decided: new Map(), malformed: 0 }
  #brief: CompositionRead = { brief: NOTHING_DECIDED, malformed: 0 }
  #last: PositioningMap | null = null
  #current: MapRead | null = null
  #stale = staleParts(true)
  readonly #forget: (transaction: Y.Transaction) => void

  constructor(map: MapDoc) {
    this.#map = map
    this.#roster = new BlockRoster(map.blocks)
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

  #note({ blocks, texts, ...parts }: Changes): void {
    if (blocks.size === 0 && !Object.values(parts).includes(true)) return
    const { voices, frames, links, dismissed, decided, brief } = parts
    this.#current = null
    for (const root of texts) this.#texts.delete(root)
    for (const id of blocks) this.#stale.blocks.add(id)
    this.#stale.voices ||= voices
    this.#stale.frames ||= frames
    this.#stale.links ||= links
    this.#stale.dismissed ||= dismissed
    this.#stale.decided ||= decided
    this.#stale.brief ||= brief
  }

  #readAll(): MapRead {
    const ignored: Ignored[] = []
    const voices = readVoices(this.#map, ignored)
    const blocks = this.#readBlocks(voices, ignored)
    const hasSameKinds = sameKinds(this.#last?.blocks, blocks)
    if (this.#stale.links || !hasSameKinds) this.#links = readLinks(this.#map, blocks)
    ignored.push(...this.#links.ignored)
    if (this.#stale.dismissed) this.#dismissed = readDismissed(this.#map)
    const { dismissed, malformed } = this.#dismissed
    if (malformed > 0) ignored.push({ path: 'dismissed', problem: `${malformed} entries are no dismissals` })
    if (this.#stale.decided) this.#decided = readDecided(this.#map)
    const { decided } = this.#decided
    if (this.#decided.malformed > 0)
      ignored.push({ path: 'decided', problem: `${this.#decided.malformed} entries are no decisions` })
    if (this.#stale.brief || !hasSameKinds) this.#brief = readComposition(this.#map, blocks, this.#last?.brief)
    if (this.#brief.malformed > 0)
      ignored.push({ path: 'brief', problem: `${this.#brief.malformed} entries are no decision about the brief` })
    const map: PositioningMap = {
      title: titleOf(this.#map.meta.get('title')),
      subject: titleOf(this.#map.meta.get('subject')),
      voices,
      blocks,
      links: this.#links.links,
      brief: this.#brief.brief,
    }
    this.#last = map
    this.#stale = staleParts(false)
    return { map, dismissed, decided, ignored }
  }

  #readBlocks(voices: readonly Voice[], ignored: Ignored[]): ReadonlyMap<BlockId, Block> {
    const framesBefore = this.#frames
    if (this.#stale.frames) this.#frames = readKeyed(this.#map.frames)
    const frames = this.#frames
    if (frames.malformed > 0) ignored.push({ path: 'frames', problem: 'entries are no keyed items' })
    const blocks = new Map<BlockId, Block>()
    for (const id of this.#roster.ids(this.#stale.blocks)) {
      const frame = frames.values.get(id)
      const known = frame === framesBefore.values.get(id) ? this.#unchanged(id) : undefined
      const block = known ?? this.#readBlock(id, frame, voices)
      if (block !== null) blocks.set(id, block)
    }
    const { malformed, isFull } = this.#roster
    ignored.push(
      ...listed([...malformed].map(([id, problem]) => ({ path: isId(id) ? `blocks/${id}` : 'blocks', problem }))),
    )
    if (isFull) ignored.push({ path: 'blocks', problem: `more than ${LIMITS.blocks} blocks` })
    return blocks
  }

  /** The block as it was read last, if nothing of it but perhaps its frame can have changed since. */
  #unchanged(id: BlockId): Block | undefined {
    return this.#stale.voices || this.#stale.blocks.has(id) ? undefined : this.#last?.blocks.get(id)
  }

  #readBlock(id: BlockId, frame: unknown, voices: readonly Voice[]): Block | null {
    const props = readBlockProps(this.#map.blocks.get(id))
    return props === null ? null : this.#withTexts(id, props, voices, frame)
  }

  #withTexts(
    id: BlockId,
    props: NonNullable<ReturnType<typeof readBlockProps>>,
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
