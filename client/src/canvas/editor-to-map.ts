/**
 * Writes what people do on the canvas into the document: collects the records a gesture touches, and turns them into
 * commands when the gesture ends.
 *
 * - **EM1** One gesture is one undo, however long it took.
 * - **EM2** The document is written when a gesture ends, and once a second in a long one; until then the others see it
 *   by presence alone. An arrow that is to be a link is written at the end, and not before.
 * - **EM3** Only what the gesture changed is written: a move here and a resize there are both kept.
 * - **EM4** What tldraw does on its own account while the document is being shown is nobody's gesture.
 */
import type { BlockId } from '@throughline/shared/schema'
import type { Editor, TLBinding, TLShape, TLShapeId } from 'tldraw'
import { announceMoving } from '../session/presence.ts'
import type { MapSession } from '../session/map-session.ts'
import type { Projector } from './map-to-editor.ts'
import { isProjecting } from './projecting.ts'
import { blockIdOf } from './shape-ids.ts'
import { isBlockShape } from './shape-types.ts'
import { tiedBlocks, writeGesture, type Touched } from './write-gesture.ts'

const WRITE_EVERY_MS = 1_000
const ARROW_KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']

export class GestureLog {
  readonly #session: MapSession
  readonly #editor: Editor
  readonly #projector: Projector
  /** Shapes touched since the last write, as they were before (null when the gesture made them). */
  #touched = new Map<TLShapeId, TLShape | null>()
  /** Bindings that gestures made or dropped: their ids are tldraw's, not the document's. */
  readonly #bindings = new Set<string>()
  /** True from a gesture's first write to its last: those that follow add to its undo. */
  #continues = false
  #announced = false
  #checking = false
  #timer: ReturnType<typeof setTimeout> | null = null
  readonly #stops: (() => void)[] = []

  constructor(session: MapSession, editor: Editor, projector: Projector) {
    this.#session = session
    this.#editor = editor
    this.#projector = projector
    const { sideEffects } = editor
    this.#stops.push(
      sideEffects.registerAfterCreateHandler('shape', (shape) => this.#touch(shape.id, null)),
      sideEffects.registerAfterChangeHandler('shape', (before, after) => this.#touch(after.id, before)),
      sideEffects.registerAfterDeleteHandler('shape', (shape) => this.#touch(shape.id, shape)),
      sideEffects.registerAfterCreateHandler('binding', (binding) => this.#touchTie(binding)),
      sideEffects.registerAfterChangeHandler('binding', (_before, after) => this.#touchTie(after)),
      sideEffects.registerAfterDeleteHandler('binding', (binding) => this.#touchTie(binding)),
    )
    editor.on('event', this.#checkSoon)
    this.#stops.push(() => editor.off('event', this.#checkSoon))
  }

  close(): void {
    this.flush()
    for (const stop of this.#stops) stop()
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  readonly isHeld = (id: string): boolean => this.#touched.has(id as TLShapeId) || this.#bindings.has(id)

  /** Writes what is in hand now: before an undo, before leaving. */
  flush(): void {
    this.#write()
    this.#continues = false
  }

  #touch(id: TLShapeId, before: TLShape | null): void {
    if (isProjecting(this.#editor.store)) return
    // Made and touched again in one gesture: it was nothing before it.
    if (!this.#touched.has(id)) this.#touched.set(id, before)
    this.#checkSoon()
  }

  #touchTie(binding: TLBinding): void {
    if (isProjecting(this.#editor.store)) return
    this.#bindings.add(binding.id)
    const arrow = this.#editor.getShape(binding.fromId)
    if (arrow !== undefined) this.#touch(arrow.id, arrow)
  }

  /** After the current event has been handled whole: tldraw finishes a gesture in several steps. */
  readonly #checkSoon = (): void => {
    if (this.#checking || (this.#touched.size === 0 && !this.#continues && !this.#announced)) return
    this.#checking = true
    queueMicrotask(() => {
      this.#checking = false
      this.#check()
    })
  }

  #check(): void {
    if (!this.#inGesture()) {
      this.flush()
      this.#announce([])
      return
    }
    this.#announceMoves()
    // A copy under the pointer needs its words, and the others need its block, before it can be dragged along.
    if ([...this.#touched].some(([id, before]) => before === null && this.#isNewBlock(id))) this.#write()
    this.#timer ??= setTimeout(this.#writeInBetween, WRITE_EVERY_MS)
  }

  readonly #writeInBetween = (): void => {
    this.#timer = null
    if (this.#inGesture()) this.#write()
    else this.flush()
  }

  #inGesture(): boolean {
    const { inputs } = this.#editor
    const editing = this.#editor.getEditingShape()
    const isTyping = editing !== undefined && !isBlockShape(editing)
    return inputs.isPointing || isTyping || ARROW_KEYS.some((key) => inputs.keys.has(key))
  }

  #isNewBlock(id: TLShapeId): boolean {
    const block = blockIdOf(id)
    return block !== null && !this.#session.getSnapshot().map.blocks.has(block)
  }

  #announceMoves(): void {
    const { blocks } = this.#session.getSnapshot().map
    const frames = new Map<BlockId, { x: number; y: number; w: number; h: number }>()
    for (const id of this.#touched.keys()) {
      const shape = this.#editor.getShape(id)
      const block = blockIdOf(id)
      if (shape === undefined || !isBlockShape(shape) || block === null || !blocks.has(block)) continue
      const { x, y } = this.#editor.getShapePageTransform(shape).point()
      frames.set(block, { x, y, w: shape.props.w, h: shape.props.h })
    }
    if (frames.size > 0) this.#announce(announceMoving(frames))
  }

  #announce(moving: ReturnType<typeof announceMoving>): void {
    if (moving.length === 0 && !this.#announced) return
    this.#announced = moving.length > 0
    this.#session.announce({ moving })
  }

  #write(): void {
    const isEnd = !this.#inGesture()
    const touched: Touched = isEnd ? this.#touched : this.#withoutLinksToBe()
    if (touched.size === 0) return
    const waiting = [...this.#touched].filter(([id]) => !touched.has(id))
    this.#touched = new Map(waiting)
    const held = new Set<string>(
      waiting.flatMap(([id]) => this.#editor.getBindingsFromShape(id, 'arrow').map((binding) => binding.id)),
    )
    const doubtful = [...touched.keys(), ...this.#bindings].filter((id) => !held.has(id))
    for (const id of doubtful) this.#bindings.delete(id)
    this.#edit((write) =>
      write({ editor: this.#editor, session: this.#session, scene: this.#projector.scene, touched, isEnd }),
    )
    this.#projector.doubt(doubtful)
    // Whether or not anything was written: what was refused has to be as it was.
    queueMicrotask(() => this.#projector.project())
  }

  /** An arrow that joins two blocks becomes a link when it is let go of, and must be in hand until then. */
  #withoutLinksToBe(): Touched {
    const isOne = (id: TLShapeId): boolean => {
      const shape = this.#editor.getShape(id)
      return shape !== undefined && tiedBlocks(this.#editor, shape) !== null
    }
    return new Map([...this.#touched].filter(([id]) => !isOne(id)))
  }

  #edit(job: (write: typeof writeGesture) => void): void {
    const { undo } = this.#session
    // A stack that was touched just now takes what follows into its last step (EM1).
    if (this.#continues) undo.lastChange = Date.now()
    else undo.stopCapturing()
    const steps = undo.undoStack.length
    job(writeGesture)
    undo.stopCapturing()
    this.#continues ||= undo.undoStack.length > steps
  }
}
