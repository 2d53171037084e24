/** What is drawn with words in it, as notes that may become blocks; and the arrows that join them. */
import type { Editor, TLFrameShape, TLShape, TLShapeId } from 'tldraw'
import type { DrawnArrow, DrawnNote, Offered } from '../session/view.ts'
import { isDrawing } from './drawing-records.ts'

const WITH_WORDS = new Set(['note', 'text', 'geo'])

function wordsIn(editor: Editor, shape: TLShape): string {
  return WITH_WORDS.has(shape.type) ? (editor.getShapeUtil(shape).getText(shape) ?? '').trim() : ''
}

function frameName(editor: Editor, shape: TLShape): string {
  const frame = editor.findShapeAncestor(shape, (ancestor) => ancestor.type === 'frame') as TLFrameShape | undefined
  return frame?.props.name ?? ''
}

function noteOf(editor: Editor, shape: TLShape): DrawnNote | null {
  const text = wordsIn(editor, shape)
  const bounds = editor.getShapePageBounds(shape)
  if (text === '' || bounds === undefined) return null
  const { color } = shape.props as { readonly color?: string }
  return {
    ...{ key: shape.id, text, colour: color ?? '', isTitle: shape.type === 'text' },
    ...{ area: frameName(editor, shape), x: bounds.x, y: bounds.y },
  }
}

/** An arrow between two of the notes, whatever of the three is chosen. */
function arrowsBetween(editor: Editor, notes: ReadonlySet<string>): readonly DrawnArrow[] {
  return editor.getCurrentPageShapes().flatMap((shape) => {
    if (shape.type !== 'arrow') return []
    const ends = new Map<unknown, TLShapeId>()
    for (const { props, toId } of editor.getBindingsFromShape(shape, 'arrow'))
      ends.set((props as { readonly terminal?: unknown }).terminal, toId)
    const [from, to] = [ends.get('start'), ends.get('end')]
    return from && to && notes.has(from) && notes.has(to) ? [{ key: shape.id, from, to }] : []
  })
}

/** The chosen drawing with its words, frames and groups opened; null where nothing of it has any. */
export function drawnWords(editor: Editor): Extract<Offered, { is: 'drawing' }> | null {
  const ids = editor.getShapeAndDescendantIds(editor.getSelectedShapeIds())
  const shapes = [...ids].map((id) => editor.getShape(id)).filter((shape) => shape !== undefined && isDrawing(shape))
  const notes = shapes.map((shape) => noteOf(editor, shape as TLShape)).filter((note) => note !== null)
  if (notes.length === 0) return null
  return { is: 'drawing', notes, arrows: arrowsBetween(editor, new Set(notes.map(({ key }) => key))) }
}
