/** Making blocks and links from the canvas: one gesture, one undo, and the caret where the words go next. */
import { addBlock, linkBlocks } from '@throughline/shared/doc'
import { DEFAULT_SIZES, newBlockId, type BlockId, type BlockKind } from '@throughline/shared/schema'
import type { Editor } from 'tldraw'
import { ALREADY_LINKED, BLOCK_GONE } from '../../text/cards.ts'
import { sessionOf } from '../session-of.ts'
import { blockIdOf, blockShapeId } from '../shape-ids.ts'
import { isBlockShape } from '../shape-types.ts'
import type { Box } from '../shapes/link-geometry.ts'
import { writeWhenShown } from '../shapes/writing-in.ts'
import { nextTo } from '../../session/next-place.ts'
import { besideOthers } from './free-place.ts'
import type { Side } from './pull-state.ts'

/** Page boxes of all cards, but for one. */
export function cardBoxes(editor: Editor): readonly Box[] {
  return editor.getCurrentPageShapes().flatMap((shape) => {
    const bounds = isBlockShape(shape) ? editor.getShapePageBounds(shape.id) : undefined
    return bounds === undefined ? [] : [{ x: bounds.x, y: bounds.y, w: bounds.w, h: bounds.h }]
  })
}

/** The card at a point, or null. */
export function blockAt(editor: Editor, point: { readonly x: number; readonly y: number }): BlockId | null {
  const shape = editor.getShapeAtPoint(point, {
    hitInside: true,
    margin: 0,
    filter: (candidate) => isBlockShape(candidate),
  })
  return shape === undefined ? null : blockIdOf(shape.id)
}

export function kindOf(editor: Editor, id: BlockId): BlockKind | null {
  const shape = editor.getShape(blockShapeId(id))
  return shape !== undefined && isBlockShape(shape) ? shape.props.kind : null
}

/** Makes a block in a box, linked with `linkedTo` if given, and puts the caret into it. */
export function makeBlock(editor: Editor, kind: BlockKind, box: Box, linkedTo: BlockId | null = null): void {
  const session = sessionOf(editor)
  if (session === undefined || !session.canWrite) return
  const id = newBlockId()
  const place = besideOthers(box, cardBoxes(editor))
  const index = editor.getHighestIndexForParent(editor.getCurrentPageId())
  const createdBy = session.getSnapshot().me.name
  session.edit((map) => {
    addBlock(map, { kind, frame: { ...place, index, parentId: '' }, createdBy }, session.now(), id)
    // The command turns the link round where the argument runs the other way.
    if (linkedTo !== null) linkBlocks(map, linkedTo, id)
  })
  editor.setCurrentTool('select.idle')
  writeWhenShown(editor, id)
}

/** The next block of the argument, in the first free place on a side of this one. */
export function makeNext(editor: Editor, from: BlockId, side: Side, kind: BlockKind): void {
  const bounds = editor.getShapePageBounds(blockShapeId(from))
  if (bounds === undefined) return
  const box = { x: bounds.x, y: bounds.y, w: bounds.w, h: bounds.h }
  makeBlock(editor, kind, nextTo(box, side, DEFAULT_SIZES[kind], cardBoxes(editor)), from)
}

/** Links two cards, or says why not. */
export function linkCards(editor: Editor, from: BlockId, to: BlockId): void {
  const session = sessionOf(editor)
  if (session === undefined) return
  session.edit((map) => {
    const made = linkBlocks(map, from, to)
    if (made.ok || made.why === 'same-block') return
    session.say(made.why === 'already-linked' ? ALREADY_LINKED : BLOCK_GONE)
  })
}
