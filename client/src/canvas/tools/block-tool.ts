/** The four kinds as tools: a click places a card with its middle there, a drag one of that size; then one writes. */
import { BLOCK_KINDS, DEFAULT_SIZES, MIN_SIZE, type BlockKind } from '@throughline/shared/schema'
import { StateNode, type TLStateNodeConstructor } from 'tldraw'
import type { Box } from '../shapes/link-geometry.ts'
import { centredAt, dragged } from './free-place.ts'
import { makeBlock } from './make-block.ts'
import { NOTHING, pullOf } from './pull-state.ts'

class Idle extends StateNode {
  static override id = 'idle'

  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 })
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
    return BLOCK_KINDS.find((kind) => kind === this.parent.id) ?? 'value'
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
