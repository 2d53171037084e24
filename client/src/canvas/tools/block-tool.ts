/** The four kinds as tools: a click places a card with its middle there, a drag one of that size; then one writes. */
import { BLOCK_KINDS, DEFAULT_SIZES, MIN_SIZE, type BlockKind } from '@throughline/shared/schema'
import { StateNode, type TLKeyboardEventInfo, type TLStateNodeConstructor } from 'tldraw'
import type { Box } from '../shapes/link-geometry.ts'
import { centredAt, dragged } from './free-place.ts'
import { freeMiddle } from '../pictures/free-middle.ts'
import { cardBoxes, makeBlock } from './make-block.ts'
import { NOTHING, pullOf } from './pull-state.ts'

const kindOfTool = (id: string): BlockKind => BLOCK_KINDS.find((kind) => kind === id) ?? 'value'

class Idle extends StateNode {
  static override id = 'idle'

  override onEnter(): void {
    this.#pressed = false
    this.editor.setCursor({ type: 'cross', rotation: 0 })
    // Taken in hand by a key while nothing on the page had the focus: the next key is for the canvas.
    if (document.activeElement === document.body) this.editor.getContainer().focus()
  }

  #pressed = false

  override onKeyDown({ key }: TLKeyboardEventInfo): void {
    this.#pressed = key === 'Enter'
  }

  /**
   * Without a pointer: into the middle of what one sees, or the nearest free spot there. As the key is let go, or that
   * would end the writing again.
   */
  override onKeyUp({ key }: TLKeyboardEventInfo): void {
    if (key !== 'Enter' || !this.#pressed) return
    const { x, y, w, h } = this.editor.getViewportPageBounds()
    const size = DEFAULT_SIZES[kindOfTool(this.parent.id)]
    const middle = freeMiddle({ x, y, w, h }, size, cardBoxes(this.editor))
    makeBlock(this.editor, kindOfTool(this.parent.id), centredAt(middle, size))
  }

  override onPointerDown(): void {
    this.parent.transition('pointing')
  }

  override onCancel(): void {
    this.editor.setCurrentTool('select')
  }
}

class Pointing extends StateNode {
  static override id = 'pointing'

  get #kind(): BlockKind {
    return kindOfTool(this.parent.id)
  }

  /** tldraw's own flag is down again by the time the pointer is let go. */
  #dragged = false

  override onEnter(): void {
    this.#dragged = false
  }

  #box(): Box {
    const { originPagePoint, currentPagePoint } = this.editor.inputs
    return this.#dragged
      ? dragged(originPagePoint, currentPagePoint, MIN_SIZE)
      : centredAt(originPagePoint, DEFAULT_SIZES[this.#kind])
  }

  override onPointerMove(): void {
    this.#dragged ||= this.editor.inputs.isDragging
    if (this.#dragged) pullOf(this.editor).set({ is: 'card', kind: this.#kind, box: this.#box() })
  }

  override onPointerUp(): void {
    makeBlock(this.editor, this.#kind, this.#box())
    if (this.getIsActive()) this.parent.transition('idle')
  }

  override onComplete(): void {
    this.onPointerUp()
  }

  override onCancel(): void {
    this.parent.transition('idle')
  }

  override onInterrupt(): void {
    this.parent.transition('idle')
  }

  override onExit(): void {
    pullOf(this.editor).set(NOTHING)
  }
}

/** A class each, since tldraw knows tools by their static id. */
function blockTool(kind: BlockKind): TLStateNodeConstructor {
  return class extends StateNode {
    static override id = kind
    static override initial = 'idle'
    static override isLockable = false
    static override children = (): TLStateNodeConstructor[] => [Idle, Pointing]
  }
}

export const BLOCK_TOOLS: readonly TLStateNodeConstructor[] = BLOCK_KINDS.map(blockTool)
