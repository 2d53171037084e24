/**
 * Shows the document on the canvas: compares what ought to be there with what was put there last, and puts the
 * difference into tldraw's store.
 *
 * - **ME1** The first projection goes into the store before the editor mounts: a board replayed into a mounted editor
 *   takes minutes, and seconds this way.
 * - **ME2** Every record is put on its own: one that tldraw refuses never takes others with it, and is not tried again
 *   until it changes.
 * - **ME3** What somebody holds here in mid-gesture is left alone until the gesture has been written.
 * - **ME4** A projection is synchronous with the change of the session's map, but for very large changes, which go in
 *   chunks.
 */
import type { BlockId, Frame, PositioningMap } from '@throughline/shared/schema'
import type { Editor, TLPageId, TLRecord, TLShape, TLShapeId, TLStore } from 'tldraw'
import type { MapSession } from '../session/map-session.ts'
import { MapScene } from './map-scene.ts'
import { project } from './projecting.ts'
import { blockShapeId } from './shape-ids.ts'
import { isBlockShape } from './shape-types.ts'

/** So many records a turn: about a frame's worth. */
const CHUNK = 400
const PAGE = 'page:page' as TLPageId

export class Projector {
  readonly #session: MapSession
  readonly #store: TLStore
  readonly scene: MapScene
  /** What the document said last, by record id: what the store holds but for gestures, drags and refusals. */
  readonly #shown = new Map<string, TLRecord>()
  readonly #afterwards = new Set<() => void>()
  /** Records that a gesture has touched since: the store may hold something else than the document. */
  readonly #doubted = new Set<string>()
  /** Records that tldraw would not take, as they are now. */
  readonly #refused = new Set<string>()
  /** Blocks that somebody else is dragging, in page coordinates. */
  #moving: ReadonlyMap<BlockId, Frame> = new Map()
  #editor: Editor | null = null
  #isHeld: (id: string) => boolean = () => false
  #map: PositioningMap | null = null
  #next: ReturnType<typeof setTimeout> | null = null
  #unwatch: (() => void) | null = null

  constructor(session: MapSession, store: TLStore) {
    this.#session = session
    this.#store = store
    // Makes the page that everything lies on.
    project(store, () => {})
    this.scene = new MapScene(session, PAGE, this.#onDrawing)
    const records = [...this.scene.records(session.getSnapshot().map)]
    // What people drew waits for the editor, which can tell whether it can be drawn at all.
    this.#put(records.filter(([, record]) => SOUND_BY_SHAPE.has((record as TLShape).type)))
  }

  /** Follows the session from now on; `isHeld` says what a gesture has in hand. */
  follow(editor: Editor, isHeld: (id: string) => boolean): void {
    this.#editor = editor
    this.#isHeld = isHeld
    const onChange = () => {
      if (this.#session.getSnapshot().map !== this.#map) this.project()
    }
    this.#unwatch = this.#session.subscribe(onChange)
    this.project()
  }

  close(): void {
    this.#unwatch?.()
    if (this.#next !== null) clearTimeout(this.#next)
    this.scene.close()
  }

  /** Runs once, after the next projection has put what the document holds by then. */
  afterwards(job: () => void): void {
    this.#afterwards.add(job)
  }

  /** Has the next projection make the store agree with the document on these, whatever is in it now. */
  doubt(ids: Iterable<string>): void {
    for (const id of ids) this.#doubted.add(id)
  }

  remeasure(): void {
    this.scene.remeasure()
    this.project()
  }

  project(): void {
    if (this.#next !== null) clearTimeout(this.#next)
    this.#next = null
    this.#map = this.#session.getSnapshot().map
    const wanted = this.scene.records(this.#map)
    const differs = (id: string, record: TLRecord) => this.#shown.get(id) !== record || this.#doubted.has(id)
    const changed = [...wanted].filter(([id, record]) => differs(id, record) && !this.#isHeld(id))
    this.#put(changed.slice(0, CHUNK))
    this.#remove(wanted)
    if (changed.length > CHUNK) this.#next = setTimeout(() => this.project())
    this.#session.noteUndrawn(this.#refused.size + this.scene.unread > 0)
    const jobs = [...this.#afterwards]
    this.#afterwards.clear()
    for (const job of jobs) job()
  }

  /** Where others drag blocks to, in page coordinates; a block that is left out is back where the document has it. */
  move(moving: ReadonlyMap<BlockId, Frame>): void {
    const released = [...this.#moving.keys()].filter((id) => !moving.has(id))
    this.#moving = moving
    const records = [...released, ...moving.keys()].flatMap((id) => {
      const record = this.#shown.get(blockShapeId(id))
      return record === undefined || this.#isHeld(record.id) ? [] : [[record.id, record] as const]
    })
    if (records.length > 0) this.#put(records)
  }

  /** Where the canvas shows a block now, in page coordinates; null when it does not. */
  pageFrame(id: BlockId): Frame | null {
    const shape = this.#editor?.getShape(blockShapeId(id))
    if (shape === undefined || !isBlockShape(shape) || this.#editor === null) return null
    const { x, y } = this.#editor.getShapePageTransform(shape).point()
    return { x, y, w: shape.props.w, h: shape.props.h }
  }

  /** After the session has read what else the same transaction changed: it does so in the first microtask. */
  readonly #onDrawing = (): void =>
    queueMicrotask(() =>
      queueMicrotask(() => {
        if (this.#editor !== null && this.scene.hasNews) this.project()
      }),
    )

  #put(records: readonly (readonly [string, TLRecord])[]): void {
    if (records.length === 0) return
    project(this.#store, () => {
      for (const [id, record] of records) {
        this.#shown.set(id, record)
        this.#doubted.delete(id)
        this.#putOne(record)
      }
    })
  }

  #putOne(record: TLRecord): void {
    this.#refused.delete(record.id)
    try {
      this.#store.put([this.#displaced(record)])
      // tldraw finds out only while drawing, and then takes the whole canvas down.
      if (record.typeName === 'shape' && !SOUND_BY_SHAPE.has(record.type)) this.#checkGeometry(record.id)
    } catch {
      // ME2: a peer may have written anything; whatever cannot be drawn is not drawn.
      this.#refused.add(record.id)
      if (this.#store.has(record.id)) this.#store.remove([record.id])
    }
  }

  #checkGeometry(id: TLShapeId): void {
    const bounds = this.#editor?.getShapePageBounds(id)
    if (bounds !== undefined && ![bounds.x, bounds.y, bounds.w, bounds.h].every(Number.isFinite))
      throw new RangeError('a drawing without bounds')
  }

  #displaced(record: TLRecord): TLRecord {
    if (record.typeName !== 'shape' || !isBlockShape(record) || this.#moving.size === 0) return record
    const frame = this.#moving.get(record.id.slice(blockShapeId('' as BlockId).length) as BlockId)
    if (frame === undefined) return record
    const { x, y } = this.#editor?.getPointInParentSpace(record, frame) ?? frame
    return { ...record, x, y, props: { ...record.props, w: frame.w, h: Math.max(frame.h, 1) } }
  }

  /** Children before their parents, ties before what they tie. */
  #remove(wanted: ReadonlyMap<string, TLRecord>): void {
    const strays = [...this.#doubted].filter((id) => !wanted.has(id) && !this.#isHeld(id))
    const gone = [...new Set([...strays, ...this.#shown.keys()])].filter((id) => !wanted.has(id)).toReversed()
    for (const id of gone) {
      this.#shown.delete(id)
      this.#doubted.delete(id)
      this.#refused.delete(id)
    }
    // Assets stay: they are addresses only, and what was cut may be pasted again.
    const present = gone.filter((id) => this.#store.has(id as TLShapeId) && !id.startsWith('asset:')) as TLShapeId[]
    if (present.length > 0) project(this.#store, () => this.#store.remove(present))
  }
}

/** Records that are drawable whenever they are valid. */
const SOUND_BY_SHAPE = new Set(['block', 'link', 'frame', 'group'])
