/**
 * Which cards exist as elements. Making them is what takes long when a large map opens, so those one can read come
 * first and at once, and the others while nothing else is going on; until then the canvas draws them (`FarCards.tsx`).
 *
 * - **MD1** Near enough to read, what fits on a screen is there in the same frame.
 * - **MD2** A card that has been made stays: looking away and back costs nothing.
 * - **MD3** No more than `MOST_AHEAD` are made without having been looked at.
 */
import { atom, react, type Atom, type Editor, type TLShapeId } from 'tldraw'
import { isBlockShape } from '../shape-types.ts'
import { lodOf } from './watch-lod.ts'

/** A map of ordinary size is there at once; of a large one, as many a frame as leave it smooth. */
const AT_ONCE = 60
const A_FRAME = 12
const A_PAUSE = 6
const MOST_AHEAD = 600

class MountedCards {
  readonly #cards = new Map<TLShapeId, Atom<boolean>>()
  /** Of all cards, to tell whoever draws the rest. */
  readonly count = atom('mounted cards', 0)

  card(id: TLShapeId): Atom<boolean> {
    const known = this.#cards.get(id)
    if (known !== undefined) return known
    const made = atom(`mounted ${id}`, false)
    this.#cards.set(id, made)
    return made
  }

  /** Without being told later. */
  has(id: TLShapeId): boolean {
    return this.#cards.get(id)?.__unsafe__getWithoutCapture() === true
  }

  mount(ids: readonly TLShapeId[]): void {
    for (const id of ids) this.card(id).set(true)
    if (ids.length > 0) this.count.update((count) => count + ids.length)
  }
}

const cardsOf = new WeakMap<Editor, MountedCards>()

export function mountedCards(editor: Editor): MountedCards {
  const known = cardsOf.get(editor)
  if (known !== undefined) return known
  const made = new MountedCards()
  cardsOf.set(editor, made)
  return made
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

/** The blocks that have no element yet: on the screen, and elsewhere. */
function waiting(editor: Editor): { readonly seen: TLShapeId[]; readonly unseen: TLShapeId[] } {
  const mounted = mountedCards(editor)
  const culled = editor.getCulledShapes()
  const seen: TLShapeId[] = []
  const unseen: TLShapeId[] = []
  for (const shape of editor.getCurrentPageShapes()) {
    if (!isBlockShape(shape) || mounted.has(shape.id)) continue
    ;(culled.has(shape.id) ? unseen : seen).push(shape.id)
  }
  return { seen, unseen }
}

/** Begin it once the camera is where it starts from. Returns what ends it. */
export function watchMounting(editor: Editor): () => void {
  const mounted = mountedCards(editor)
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
    if (readable && seen.length > 0) mounted.mount(seen.slice(0, A_FRAME))
    else if (editor.getCameraState() === 'idle') mounted.mount([...seen, ...unseen].slice(0, A_PAUSE))
    next(readable, seen.length, unseen.length)
  }
  const next = (readable: boolean, seen: number, unseen: number): void => {
    if (readable && seen > 0) schedule(nextFrame)
    else if (seen + unseen > 0 && mounted.count.__unsafe__getWithoutCapture() < MOST_AHEAD) schedule(pause)
  }
  const stop = react('cards to mount', () => {
    const readable = lodOf(editor).get().level === 0
    const { seen, unseen } = waiting(editor)
    if (readable && seen.length > 0 && callOff === null) {
      const first = seen.slice(0, AT_ONCE)
      mounted.mount(first)
      next(readable, seen.length - first.length, unseen.length)
    } else next(readable, seen.length, unseen.length)
  })
  return () => {
    stop()
    callOff?.()
  }
}
