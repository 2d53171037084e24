/**
 * Which blocks and links exist as elements. tldraw makes some for every shape of a map, seen or not, and walks through
 * all of them whenever the camera moves. Here only those have any that one can read; the rest, and until then these too,
 * are drawn on one canvas (`FarCards.tsx`). To the editor all of them are shapes, whatever there is to see.
 *
 * - **EL1** Near enough to read and at rest, what fits on a screen is there in the same frame; while the camera moves, a
 *   few a frame.
 * - **EL2** What has been made stays, up to `MOST_KEPT`: looking away and back costs nothing.
 * - **EL3** No more than `MOST_AHEAD` are made without having been looked at.
 */
import { atom, computed, react, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { isBlockShape, isLinkShape } from '../shape-types.ts'
import { lodOf } from './watch-lod.ts'

/** A map of ordinary size is there at once; of a large one, as many a frame as leave it smooth. */
const AT_ONCE = 80
const A_FRAME = 6
const A_PAUSE = 6
const MOST_AHEAD = 400
const MOST_KEPT = 800

class Elements {
  readonly #made = new Set<TLShapeId>()
  /** Changes with what has been made. */
  readonly #changes = atom('elements', 0)

  /** Reacts. */
  get made(): ReadonlySet<TLShapeId> {
    this.#changes.get()
    return this.#made
  }

  get count(): number {
    return this.#made.size
  }

  make(ids: readonly TLShapeId[]): void {
    if (ids.length === 0) return
    for (const id of ids) this.#made.add(id)
    this.#changes.update((count) => count + 1)
  }

  /** Those made first go first. */
  drop(isNeeded: (id: TLShapeId) => boolean): void {
    const unneeded = [...this.#made].filter((id) => !isNeeded(id)).slice(0, this.#made.size - MOST_KEPT)
    if (unneeded.length === 0) return
    for (const id of unneeded) this.#made.delete(id)
    this.#changes.update((count) => count + 1)
  }
}

const elements = new WeakMap<Editor, Elements>()

export function elementsOf(editor: Editor): Elements {
  const known = elements.get(editor)
  if (known !== undefined) return known
  const made = new Elements()
  elements.set(editor, made)
  return made
}

const isOurs = (shape: TLShape): boolean => isBlockShape(shape) || isLinkShape(shape)

/** Has tldraw render none but these, and whatever is not ours. To be called before anything is rendered. */
export function renderMade(editor: Editor): void {
  const all = editor.getRenderingShapes.bind(editor)
  const rendered = computed('shapes with elements', () => {
    const { made } = elementsOf(editor)
    const editing = editor.getEditingShapeId()
    return all().filter(({ id, shape }) => made.has(id) || id === editing || !isOurs(shape))
  })
  editor.getRenderingShapes = () => rendered.get()
}

const pause = (job: () => void): (() => void) => {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(job)
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(job, 100)
  return () => clearTimeout(timer)
}

const nextFrame = (job: () => void): (() => void) => {
  const handle = requestAnimationFrame(job)
  return () => cancelAnimationFrame(handle)
}

/** What has no element yet: on the screen, and elsewhere. */
function waiting(editor: Editor): { readonly seen: TLShapeId[]; readonly unseen: TLShapeId[] } {
  const { made } = elementsOf(editor)
  const culled = editor.getCulledShapes()
  const seen: TLShapeId[] = []
  const unseen: TLShapeId[] = []
  for (const shape of editor.getCurrentPageShapes()) {
    if (!isOurs(shape) || made.has(shape.id)) continue
    ;(culled.has(shape.id) ? unseen : seen).push(shape.id)
  }
  return { seen, unseen }
}

/** Begin it once the camera is where it starts from. Returns what ends it. */
export function watchElements(editor: Editor): () => void {
  const elements = elementsOf(editor)
  let callOff: (() => void) | null = null
  const schedule = (when: typeof pause): void => {
    callOff ??= when(() => {
      callOff = null
      goOn()
    })
  }
  const goOn = (): void => {
    const { seen, unseen } = waiting(editor)
    const readable = lodOf(editor).get().level === 0
    if (readable && seen.length > 0) elements.make(seen.slice(0, A_FRAME))
    else if (editor.getCameraState() === 'idle') makeAhead([...seen, ...unseen])
    next(readable, seen.length, unseen.length)
  }
  const makeAhead = (ids: readonly TLShapeId[]): void => {
    if (elements.count > MOST_KEPT) {
      const culled = editor.getCulledShapes()
      elements.drop((id) => editor.getShape(id) !== undefined && !culled.has(id))
    } else if (elements.count < MOST_AHEAD) elements.make(ids.slice(0, A_PAUSE))
  }
  const next = (readable: boolean, seen: number, unseen: number): void => {
    if (readable && seen > 0) schedule(nextFrame)
    else if (elements.count > MOST_KEPT || (seen + unseen > 0 && elements.count < MOST_AHEAD)) schedule(pause)
  }
  const stop = react('elements to make', () => {
    const readable = lodOf(editor).get().level === 0
    const { seen, unseen } = waiting(editor)
    if (readable && seen.length > 0 && callOff === null) {
      // Coming nearer, the canvas still has them: a few a frame keep the movement even.
      const isMoving = editor.getCameraState() === 'moving' && seen.length > A_FRAME
      const first = seen.slice(0, isMoving ? A_FRAME : AT_ONCE)
      elements.make(first)
      next(readable, seen.length - first.length, unseen.length)
    } else next(readable, seen.length, unseen.length)
  })
  return () => {
    stop()
    callOff?.()
  }
}
