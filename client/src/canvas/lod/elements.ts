/**
 * Which blocks and links exist as elements. tldraw makes some for every shape of a map, seen or not, and walks through
 * all of them whenever the camera moves. Here only those have any that one can read; the rest, and until then these too,
 * are drawn on one canvas (`FarCards.tsx`). To the editor all of them are shapes, whatever there is to see.
 *
 * - **EL1** Near enough to read and at rest, what fits on a screen is there in the same frame; while the camera moves, as
 *   many a frame as leave it even, from the middle outwards. Below 60 %, where drawn cards look the same, none comes
 *   while it moves, and those outside the screen are put away, so that none comes by itself.
 * - **EL2** What has been made stays, up to `MOST_KEPT`: looking away and back costs nothing. From afar it is put away, a
 *   few a frame: to hide all of it in one frame costs several, and so does to show it again.
 * - **EL3** No more than `MOST_AHEAD` are made without having been looked at.
 */
import { atom, computed, react, transact, type Atom, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { isBlockShape, isLinkShape } from '../shape-types.ts'
import { shownTrace } from '../trace/shown-trace.ts'
import { restOf } from './camera-rest.ts'
import { lodOf } from './watch-lod.ts'

/** What a frame has for elements: at rest a map of ordinary size is there at once. Making one costs more than showing it. */
const BUDGETS = { resting: 480, settling: 96, moving: 24 } as const
type Pace = keyof typeof BUDGETS
const TO_MAKE = 6
const TO_SHOW = 2
/** Put away in a frame, where the picture below has them already. */
const AWAY = 30
const A_PAUSE = 6
const MOST_AHEAD = 400
const MOST_KEPT = 800

class Elements {
  readonly #made = new Set<TLShapeId>()
  readonly #shown = new Set<TLShapeId>()
  readonly #each = new Map<TLShapeId, Atom<boolean>>()
  /** Change with what has been made, and with what is shown of it. */
  readonly #makings = atom('elements made', 0)
  readonly #showings = atom('elements shown', 0)
  #losses = 0

  /** Reacts. */
  get made(): ReadonlySet<TLShapeId> {
    this.#makings.get()
    return this.#made
  }

  /** Reacts. Where cards can be read, these are elements and all others are drawn. */
  get shown(): ReadonlySet<TLShapeId> {
    this.#showings.get()
    return this.#shown
  }

  /** Reacts. How often something was not shown any more. */
  get losses(): number {
    this.#showings.get()
    return this.#losses
  }

  get count(): number {
    return this.#made.size
  }

  /** Reacts, to this one alone. */
  isShown(id: TLShapeId): boolean {
    return this.#mark(id).get()
  }

  make(ids: readonly TLShapeId[]): void {
    if (ids.length === 0) return
    for (const id of ids) this.#made.add(id)
    this.#makings.update((count) => count + 1)
  }

  show(ids: readonly TLShapeId[]): void {
    if (ids.length === 0) return
    this.make(ids.filter((id) => !this.#made.has(id)))
    for (const id of ids) {
      this.#shown.add(id)
      this.#mark(id).set(true)
    }
    this.#showings.update((count) => count + 1)
  }

  hide(ids: readonly TLShapeId[]): void {
    if (ids.length === 0) return
    for (const id of ids) {
      this.#shown.delete(id)
      this.#mark(id).set(false)
    }
    this.#losses += 1
    this.#showings.update((count) => count + 1)
  }

  /** Those made first go first. */
  drop(isNeeded: (id: TLShapeId) => boolean): void {
    const unneeded = [...this.#made].filter((id) => !isNeeded(id)).slice(0, this.#made.size - MOST_KEPT)
    if (unneeded.length === 0) return
    this.hide(unneeded)
    for (const id of unneeded) {
      this.#made.delete(id)
      this.#each.delete(id)
    }
    this.#makings.update((count) => count + 1)
  }

  #mark(id: TLShapeId): Atom<boolean> {
    const known = this.#each.get(id)
    if (known !== undefined) return known
    const made = atom('element shown', this.#shown.has(id))
    this.#each.set(id, made)
    return made
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

interface Waiting {
  /** On the screen and not shown, from the middle outwards. */
  readonly seen: readonly TLShapeId[]
  /** Elsewhere and not shown. */
  readonly unseen: readonly TLShapeId[]
}

function waiting(editor: Editor): Waiting {
  const { shown } = elementsOf(editor)
  const culled = editor.getCulledShapes()
  const seen: TLShape[] = []
  const unseen: TLShapeId[] = []
  for (const shape of editor.getCurrentPageShapes()) {
    if (!isOurs(shape) || shown.has(shape.id)) continue
    if (culled.has(shape.id)) unseen.push(shape.id)
    else seen.push(shape)
  }
  return { seen: fromTheMiddle(editor, seen), unseen }
}

function fromTheMiddle(editor: Editor, shapes: readonly TLShape[]): readonly TLShapeId[] {
  const { x, y } = editor.getViewportPageBounds().center
  const far = (shape: TLShape): number => {
    // Links last: cards lie over them.
    if (!isBlockShape(shape)) return Infinity
    return Math.hypot(shape.x + shape.props.w / 2 - x, shape.y + shape.props.h / 2 - y)
  }
  return shapes
    .map((shape) => ({ id: shape.id, away: far(shape) }))
    .toSorted((a, b) => (a.away === b.away ? 0 : a.away - b.away))
    .map(({ id }) => id)
}

/** As many from the beginning as may be shown in one frame. */
function affordable({ made }: Elements, ids: readonly TLShapeId[], pace: Pace): readonly TLShapeId[] {
  let left: number = BUDGETS[pace]
  const few = ids.findIndex((id) => (left -= made.has(id) ? TO_SHOW : TO_MAKE) < 0)
  return few === -1 ? ids : ids.slice(0, few)
}

/** Begin it once the camera is where it starts from. Returns what ends it. */
export function watchElements(editor: Editor): () => void {
  const elements = elementsOf(editor)
  let callOff: (() => void) | null = null
  let waitsFor: typeof pause | null = null
  const schedule = (when: typeof pause): void => {
    if (callOff !== null) return
    waitsFor = when
    callOff = when(() => {
      callOff = null
      transact(goOn)
    })
  }
  const isMoving = (): boolean => !restOf(editor).get()
  // Dimmed cards would be seen through those drawn under them.
  const isHeldBack = (): boolean => isMoving() && !lodOf(editor).get().footers && shownTrace(editor).get() === null
  const outside = (): readonly TLShapeId[] => {
    const culled = editor.getCulledShapes()
    return [...elements.shown].filter((id) => culled.has(id))
  }
  // After a movement until all is there: the canvas has the rest so long.
  let isSettling = false
  const pace = (): Pace => (isMoving() ? 'moving' : isSettling ? 'settling' : 'resting')
  const goOn = (): void => {
    const { seen, unseen } = waiting(editor)
    const readable = lodOf(editor).get().level === 0
    if (!readable) elements.hide([...elements.shown].slice(0, AWAY))
    if (readable && isHeldBack()) elements.hide(outside().slice(0, AWAY))
    else if (readable && seen.length > 0) elements.show(affordable(elements, seen, pace()))
    else if (!isMoving()) prepare(readable, [...seen, ...unseen])
    next(waiting(editor))
  }
  /** In a pause: what one may soon come upon. Outside the screen tldraw itself keeps it from being seen. */
  const prepare = (readable: boolean, ids: readonly TLShapeId[]): void => {
    if (readable) elements.show(ids.filter((id) => elements.made.has(id)))
    if (elements.count > MOST_KEPT) {
      const culled = editor.getCulledShapes()
      elements.drop((id) => editor.getShape(id) !== undefined && !culled.has(id))
    } else if (elements.count < MOST_AHEAD) {
      const some = ids.filter((id) => !elements.made.has(id)).slice(0, A_PAUSE)
      if (readable) elements.show(some)
      else elements.make(some)
    }
  }
  const next = ({ seen, unseen }: Waiting): void => {
    const readable = lodOf(editor).get().level === 0
    const isToDo = elements.count < MOST_AHEAD && [seen, unseen].some((ids) => ids.some((id) => !elements.made.has(id)))
    if (!readable && elements.shown.size > 0) schedule(nextFrame)
    else if (readable && isHeldBack()) {
      if (outside().length > 0) schedule(nextFrame)
    } else if (readable && seen.length > 0) schedule(nextFrame)
    else if (elements.count > MOST_KEPT || isToDo) schedule(pause)
    else if (readable && unseen.some((id) => elements.made.has(id))) schedule(pause)
  }
  const stop = react('elements to make', () => {
    const now = waiting(editor)
    const readable = lodOf(editor).get().level === 0
    isSettling = isMoving() || (isSettling && now.seen.length > 0)
    // What is to be seen waits for no pause.
    if (readable && now.seen.length > 0 && waitsFor === pause) {
      callOff?.()
      callOff = null
    }
    if (readable && now.seen.length > 0 && callOff === null && !isHeldBack()) {
      // Coming nearer, the canvas still has them: a few a frame keep the movement even.
      const first = affordable(elements, now.seen, pace())
      elements.show(first)
      next({ ...now, seen: now.seen.slice(first.length) })
    } else next(now)
  })
  return () => {
    stop()
    callOff?.()
  }
}
