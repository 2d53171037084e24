/** Whether one may work on the canvas: while it is locked, what is in hand is put down and cards are only read. */
import type { Editor } from 'tldraw'
import type { MapSession } from '../session/map-session.ts'

/** Call what it returns to end it. */
export function watchRight(editor: Editor, session: MapSession): () => void {
  const settle = () => {
    const isReadonly = !session.canWrite
    if (editor.getIsReadonly() === isReadonly) return
    if (isReadonly) putDown(editor)
    editor.updateInstanceState({ isReadonly })
  }
  settle()
  return session.subscribe(settle)
}

/** The keyboard stays on the canvas, where it was. */
function putDown(editor: Editor): void {
  const container = editor.getContainer()
  const hasFocus = container.contains(document.activeElement)
  editor.setEditingShape(null)
  editor.setCurrentTool('select')
  if (hasFocus) container.focus()
}
