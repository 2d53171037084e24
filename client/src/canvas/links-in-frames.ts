/**
 * A link lies under every frame, and tldraw looks no further than the frame a point is in. Links show through frames,
 * so whoever points at one means it.
 */
import { computed, type Editor, type TLShape, type VecLike } from 'tldraw'
import { isLinkShape } from './shape-types.ts'

type Options = NonNullable<Parameters<Editor['getShapeAtPoint']>[1]>

export function hitLinksInFrames(editor: Editor): void {
  const shapeAt = editor.getShapeAtPoint.bind(editor)
  const hasFrames = computed('has frames', () => editor.getCurrentPageShapes().some(isFrame))
  editor.getShapeAtPoint = (point: VecLike, options: Options = {}) => {
    const hit = shapeAt(point, options)
    const isInFrame = hit === undefined || (isFrame(hit) && options.hitFrameInside === true)
    if (!isInFrame || !hasFrames.get()) return hit
    const filter = (shape: TLShape) => isLinkShape(shape) && (options.filter?.(shape) ?? true)
    return shapeAt(point, { ...options, filter }) ?? hit
  }
}

const isFrame = ({ type }: TLShape): boolean => type === 'frame'
