/** Beginning and ending to write in a card, and where the caret goes. */
import { moveBlocks } from '@throughline/shared/doc'
import type { BlockId } from '@throughline/shared/schema'
import { react, type Editor, type TLShape } from 'tldraw'
import type { MapSession } from '../../session/map-session.ts'
import { hitsCaretsUnderScale } from '../../writing/index.ts'
import { blockIdOf, blockShapeId } from '../shape-ids.ts'
import { isBlockShape } from '../shape-types.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** Where somebody has just double-clicked, in client coordinates, until a field takes it. */
const clicks = new WeakMap<Editor, { readonly block: BlockId; readonly at: Point }>()

export function rememberClick(editor: Editor, shape: string): void {
  const block = blockIdOf(shape)
  if (block === null) return
  const { x, y } = editor.getViewportScreenBounds()
  const point = editor.inputs.currentScreenPoint
  clicks.set(editor, { block, at: { x: point.x + x, y: point.y + y } })
}

/** Where the caret of a field that opens now goes; null for the end of the text. */
export function takeClick(editor: Editor, block: BlockId): Point | null {
  const click = clicks.get(editor)
  clicks.delete(editor)
  return click?.block === block ? click.at : null
}

/**
 * Where a click in scaled words misses its letter, a card is written in at 100 %: around the place of the click, which
 * stays under the pointer, else with the card in the middle.
 */
export function writeAtScaleOne(editor: Editor, shape: TLShape): void {
  if (editor.getZoomLevel() === 1 || hitsCaretsUnderScale()) return
  const bounds = editor.getShapePageBounds(shape)
  if (bounds === undefined) return
  const clicked = clicks.get(editor)?.block === blockIdOf(shape.id)
  const page = clicked ? editor.inputs.currentPagePoint : bounds.center
  const { width, height } = editor.getViewportScreenBounds()
  const screen = clicked ? editor.inputs.currentScreenPoint : { x: width / 2, y: height / 2 }
  editor.setCamera({ x: screen.x - page.x, y: screen.y - page.y, z: 1 }, { immediate: true })
}

/** Selects a card and puts the caret into its statement; false when it is not on the canvas or only to be read. */
export function startWriting(editor: Editor, block: BlockId): boolean {
  const shape = editor.getShape(blockShapeId(block))
  if (shape === undefined || editor.getIsReadonly()) return false
  editor.select(shape.id)
  editor.setEditingShape(shape.id)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape })
  return true
}

/** Ends writing; the card stays selected. Does nothing when another card is being written in by now. */
export function stopWriting(editor: Editor, block: BlockId, takeFocus: boolean): void {
  if (editor.getEditingShapeId() !== blockShapeId(block)) return
  editor.setEditingShape(null)
  editor.setCurrentTool('select.idle')
  if (takeFocus) editor.getContainer().focus()
}

/** For a block that has just been made: its card follows from the document, a moment later. */
export function writeWhenShown(editor: Editor, block: BlockId): void {
  const stop = react('write in a new block', () => {
    if (editor.getShape(blockShapeId(block)) === undefined) return
    // Outside the reaction: it runs while the store is being filled.
    queueMicrotask(() => {
      stop()
      if (!editor.isDisposed) startWriting(editor, block)
    })
  })
}

/**
 * After somebody has written: the height that the words needed becomes the card's own, so that a shorter text does not
 * shrink it. It belongs to the last thing written, and goes with it when that is undone. `before` is what could be
 * undone when the writing began.
 */
export function keepHeight(editor: Editor, session: MapSession, block: BlockId, before: unknown): void {
  const { undo, mapDoc } = session
  const written = undo.undoStack.at(-1)
  const shape = editor.getShape(blockShapeId(block))
  const frame = session.getSnapshot().map.blocks.get(block)?.frame
  if (written === undefined || written === before || shape === undefined || !isBlockShape(shape) || !frame) return
  if (shape.props.h <= frame.h || !session.canWrite) return
  undo.lastChange = Date.now()
  moveBlocks(mapDoc, new Map([[block, { ...frame, h: shape.props.h }]]))
  undo.stopCapturing()
}
