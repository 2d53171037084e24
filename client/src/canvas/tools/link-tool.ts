/**
 * Linking: from card to card, by dragging or by two clicks. A link pulled out of a card's handle comes here too; dropped
 * on empty canvas it makes the next block of the argument there.
 */
import type { BlockId } from '@throughline/shared/schema'
import { StateNode, type TLStateNodeConstructor } from 'tldraw'
import { DEFAULT_SIZES } from '@throughline/shared/schema'
import { centredAt } from './free-place.ts'
import { blockAt, kindOf, linkCards, makeBlock, makeNext } from './make-block.ts'
import { NOTHING, pullOf, type Side } from './pull-state.ts'
import { madeFrom } from './sides.ts'

/** What a handle hands over when it is pressed. */
export interface PullInfo {
  readonly from: BlockId
  readonly side: Side
  /** Pulling at a handle is part of selecting, and Esc returns there; else to the tool. */
  readonly byHandle: boolean
}

class Idle extends StateNode {
  static override id = 'idle'

  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 })
  }

  override onPointerMove(): void {
    const over = blockAt(this.editor, this.editor.inputs.currentPagePoint)
    this.editor.setCursor({ type: over === null ? 'cross' : 'pointer', rotation: 0 })
  }

  override onPointerDown(): void {
    const from = blockAt(this.editor, this.editor.inputs.currentPagePoint)
    if (from !== null) this.parent.transition('pulling', { from, side: 'right', byHandle: false } satisfies PullInfo)
  }

  override onCancel(): void {
    this.editor.setCurrentTool('select')
  }
}

class Pulling extends StateNode {
  static override id = 'pulling'

  #info: PullInfo | null = null
  /** After a first click on a card the second one ends the link. */
  #clicked = false
  /** tldraw's own flag is down again by the time the pointer is let go. */
  #dragged = false

  override onEnter(info: PullInfo): void {
    this.#info = info
    this.#clicked = false
    this.#dragged = false
    this.editor.setCursor({ type: 'cross', rotation: 0 })
    // The rail keeps showing what is in hand: pulling at a handle is part of selecting.
    if (info.byHandle) this.parent.setCurrentToolIdMask('select')
  }

  override onPointerMove(): void {
    const info = this.#info
    const { currentPagePoint: point, isDragging } = this.editor.inputs
    this.#dragged ||= isDragging
    if (info === null || !(this.#dragged || this.#clicked)) return
    const hit = blockAt(this.editor, point)
    pullOf(this.editor).set({
      is: 'link',
      from: info.from,
      side: info.side,
      point: { x: point.x, y: point.y },
      over: hit === info.from ? null : hit,
    })
  }

  override onPointerUp(): void {
    const info = this.#info
    if (info === null) return
    if (this.#dragged || this.#clicked) this.#drop(info)
    else if (info.byHandle) this.#makeNext(info)
    else this.#clicked = true
  }

  override onComplete(): void {
    this.#end()
  }

  override onCancel(): void {
    this.#end()
  }

  override onInterrupt(): void {
    this.#end()
  }

  override onExit(): void {
    this.#info = null
    this.parent.setCurrentToolIdMask(undefined)
    pullOf(this.editor).set(NOTHING)
  }

  #drop({ from, side }: PullInfo): void {
    const point = this.editor.inputs.currentPagePoint
    const over = blockAt(this.editor, point)
    const kind = kindOf(this.editor, from)
    this.editor.setCurrentTool('select.idle')
    if (over !== null && over !== from) linkCards(this.editor, from, over)
    else if (over === null && kind !== null) {
      const makes = madeFrom(kind, side)
      makeBlock(this.editor, makes, centredAt(point, DEFAULT_SIZES[makes]), from)
    }
  }

  #makeNext({ from, side }: PullInfo): void {
    const kind = kindOf(this.editor, from)
    this.editor.setCurrentTool('select.idle')
    if (kind !== null) makeNext(this.editor, from, side, madeFrom(kind, side))
  }

  #end(): void {
    if (this.#info?.byHandle === true) this.editor.setCurrentTool('select.idle')
    else this.parent.transition('idle')
  }
}

export class LinkTool extends StateNode {
  static override id = 'link'
  static override initial = 'idle'
  static override isLockable = false
  static override children = (): TLStateNodeConstructor[] => [Idle, Pulling]
}
