/**
 * What the canvas ought to show: the document as a list of tldraw records, parents first, links and ties after what
 * they join. Pure but for measuring words, and remembering what was the same last time.
 *
 * - **SC1** The same document gives the same records, on every client.
 * - **SC2** A record whose source has not changed is the same object as before, so that comparing costs nothing.
 * - **SC3** Nothing refers to a record that is not there: a link or a tied arrow waits until both its ends exist.
 */
import { readDrawings, type MapDoc } from '@throughline/shared/doc'
import { placeLoose } from '@throughline/shared/layout'
import { type Block, type BlockId, type MapId, type PlacedFrame, type PositioningMap } from '@throughline/shared/schema'
import type { TLBinding, TLImageAsset, TLPageId, TLRecord, TLShape } from 'tldraw'
import { assetsOf, bindingsOf, readDrawing, shapeOf, type DrawingRecord } from './drawing-records.ts'
import { blockRecord, linkRecord } from './map-records.ts'
import { isPictureOf } from './pictures/picture.ts'
import { blockShapeId } from './shape-ids.ts'
import { measureAhead, measureCard } from './shapes/measure-card.ts'
import type { BlockShape } from './shape-types.ts'
import { stack, type Stacked } from './stacking.ts'

/** One thing to stack, with what its record is made of. */
interface Source extends Stacked {
  readonly block?: Block
  readonly frame?: PlacedFrame
  readonly drawing?: DrawingRecord
}

interface Made {
  readonly of: readonly unknown[]
  readonly record: TLRecord
  readonly bindings: readonly TLBinding[]
  /** What it is drawn from. */
  readonly assets?: readonly TLImageAsset[]
}

interface SceneSource {
  readonly mapDoc: MapDoc
  readonly mapId: MapId
}

export class MapScene {
  readonly #mapDoc: MapDoc
  readonly #mapId: MapId
  readonly #page: TLPageId
  /** Where a block that nobody has placed was laid out: it stays there until somebody moves it. */
  readonly #loose = new Map<BlockId, PlacedFrame>()
  readonly #read = new WeakMap<object, DrawingRecord>()
  #made = new Map<string, Made>()
  #wordsMoved = false
  #drawings: ReadonlyMap<string, DrawingRecord> | null = null
  #unread = 0
  readonly #onDrawing: () => void
  readonly #forgetDrawings = (): void => {
    this.#drawings = null
    this.#onDrawing()
  }

  /** `onDrawing` is called in the midst of a transaction that changes what people drew: the map's readers skip it. */
  constructor({ mapDoc, mapId }: SceneSource, page: TLPageId, onDrawing: () => void) {
    this.#mapDoc = mapDoc
    this.#mapId = mapId
    this.#page = page
    this.#onDrawing = onDrawing
    mapDoc.drawing.observe(this.#forgetDrawings)
  }

  close(): void {
    this.#mapDoc.drawing.unobserve(this.#forgetDrawings)
  }

  /** Words may need other heights now: a font has arrived. */
  remeasure(): void {
    this.#wordsMoved = true
  }

  /** Whether something was drawn that no reading has taken up. */
  get hasNews(): boolean {
    return this.#drawings === null
  }

  /** Entries under `drawing` that are no drawing of this map, or too many. */
  get unread(): number {
    return this.#unread
  }

  drawings(): ReadonlyMap<string, DrawingRecord> {
    this.#drawings ??= this.#readDrawings()
    return this.#drawings
  }

  records(map: PositioningMap): ReadonlyMap<string, TLRecord> {
    const made = new Map<string, Made>()
    const sources = stack(this.#sources(map), this.#page)
    measureAhead(sources.flatMap((source) => this.#toMeasure(source)))
    for (const source of sources) made.set(source.id, this.#make(source))
    this.#wordsMoved = false
    const records = new Map<string, TLRecord>()
    for (const { assets = [] } of made.values()) for (const asset of assets) records.set(asset.id, asset)
    for (const [id, { record }] of made) records.set(id, record)
    for (const { bindings } of made.values()) for (const binding of bindings) records.set(binding.id, binding)
    for (const link of map.links) {
      const record = this.#makeLink(link)
      made.set(record.record.id, record)
      records.set(record.record.id, record.record)
    }
    this.#made = made
    return records
  }

  /** A block's frame as the document has it, or as it was laid out here. */
  frameOf(block: Block): PlacedFrame | null {
    return block.frame ?? this.#loose.get(block.id) ?? null
  }

  #sources(map: PositioningMap): ReadonlyMap<string, Source> {
    this.#layOutLoose(map)
    const sources = new Map<string, Source>()
    for (const block of map.blocks.values()) {
      const frame = this.frameOf(block)
      if (frame === null) continue
      const id = blockShapeId(block.id)
      sources.set(id, { id, type: 'block', parentId: frame.parentId, index: frame.index, block, frame })
    }
    for (const [id, drawing] of this.drawings())
      sources.set(id, { id, type: drawing.type, parentId: drawing.parentId, index: drawing.index, drawing })
    for (const [id, { drawing }] of sources)
      if (drawing?.ties?.some(({ toId }) => !sources.has(toId)) === true) sources.delete(id)
    return sources
  }

  #layOutLoose(map: PositioningMap): void {
    const unplaced = [...map.blocks.values()].filter(({ frame }) => frame === null)
    for (const id of this.#loose.keys()) if (map.blocks.get(id)?.frame !== null) this.#loose.delete(id)
    if (unplaced.every(({ id }) => this.#loose.has(id))) return
    const known = new Map(map.blocks)
    for (const block of unplaced) {
      const frame = this.#loose.get(block.id)
      if (frame !== undefined) known.set(block.id, { ...block, frame })
    }
    for (const [id, frame] of placeLoose({ ...map, blocks: known })) this.#loose.set(id, frame)
  }

  #readDrawings(): ReadonlyMap<string, DrawingRecord> {
    const drawings = new Map<string, DrawingRecord>()
    const { sound, unread } = readDrawings(this.#mapDoc.drawing, isPictureOf(this.#mapId))
    for (const [id, value] of sound) {
      const drawing = this.#read.get(value) ?? readDrawing(value, this.#mapId)
      if (drawing === null) continue
      this.#read.set(value, drawing)
      drawings.set(id, drawing)
    }
    this.#unread = unread
    return drawings
  }

  #make(source: Source): Made {
    const { id, parentId, index, block, frame, drawing } = source
    const before = this.#unchanged(source)
    if (block === undefined || frame === undefined) {
      if (before !== undefined) return before
      const drawn = drawing as DrawingRecord
      const record = shapeOf(id, drawn, parentId, index)
      return { of: partsOf(source), record, bindings: bindingsOf(id, drawn), assets: assetsOf(drawn) }
    }
    if (before !== undefined && !this.#wordsMoved) return before
    const h = Math.max(frame.h, measureCard(block, frame.w))
    if (before !== undefined && (before.record as BlockShape).props.h === h) return before
    return { of: partsOf(source), record: blockRecord(block, frame, { parentId, index, h }), bindings: [] }
  }

  #unchanged(source: Source): Made | undefined {
    const before = this.#made.get(source.id)
    const parts = partsOf(source)
    return before?.of.every((part, at) => part === parts[at]) === true ? before : undefined
  }

  #toMeasure(source: Source): (readonly [Block, number])[] {
    const { block, frame } = source
    if (block === undefined || frame === undefined) return []
    return this.#wordsMoved || this.#unchanged(source) === undefined ? [[block, frame.w]] : []
  }

  #makeLink(link: PositioningMap['links'][number]): Made {
    const record: TLShape = linkRecord(link, this.#page)
    const of = [link.from, link.to, link.relation]
    const before = this.#made.get(record.id)
    return before !== undefined && before.of.every((part, at) => part === of[at])
      ? before
      : { of, record, bindings: [] }
  }
}

/** What a record is made of: while all of these are the same, so is the record. */
function partsOf({ block, frame, drawing, parentId, index }: Source): readonly unknown[] {
  return [block, frame, drawing, parentId, index]
}
