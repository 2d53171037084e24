/** Sending to the back stops above the links: nothing that people put on the page goes under their band. */
import { getIndicesBelow, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { ABOVE_LINKS } from './link-band.ts'
import { isLinkShape } from './shape-types.ts'

type Shapes = TLShapeId[] | TLShape[]

function sendUnderAll(editor: Editor, shapes: Shapes): void {
  const moved = new Set(shapes.map((shape) => (typeof shape === 'string' ? shape : shape.id)))
  const parents = new Set([...moved].map((id) => editor.getShape(id)?.parentId).filter((id) => id !== undefined))
  for (const parent of parents) {
    const children = editor.getSortedChildIdsForParent(parent).flatMap((id) => editor.getShape(id) ?? [])
    const pile = children.filter((shape) => !isLinkShape(shape))
    const going = pile.filter(({ id }) => moved.has(id))
    const lowest = pile.find(({ id }) => !moved.has(id))
    if (lowest === undefined || going.every(({ index }) => index < lowest.index)) continue
    const indexes = getIndicesBelow(lowest.index, going.length)
    editor.updateShapes(going.map(({ id, type }, at) => ({ id, type, index: indexes[at] ?? lowest.index })))
  }
}

export function keepAboveLinks(editor: Editor): void {
  const sendBackward = editor.sendBackward.bind(editor)
  editor.sendToBack = (shapes: Shapes) => editor.run(() => sendUnderAll(editor, shapes))
  editor.sendBackward = (shapes: Shapes, options) =>
    editor.run(() => {
      sendBackward(shapes as TLShapeId[], options)
      const sunk = shapes
        .map((shape) => editor.getShape(typeof shape === 'string' ? shape : shape.id))
        .filter((shape) => shape !== undefined && !isLinkShape(shape) && shape.index < ABOVE_LINKS) as TLShape[]
      if (sunk.length > 0) sendUnderAll(editor, sunk)
    })
}
