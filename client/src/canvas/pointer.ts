/** Tells the others where my pointer is on the page, and when it leaves. */
import type { Editor } from 'tldraw'
import type { MapSession } from '../session/map-session.ts'

export function announcePointer(editor: Editor, session: MapSession): () => void {
  const container = editor.getContainer()
  const onMove = (event: PointerEvent) => {
    const { x, y } = editor.screenToPage({ x: event.clientX, y: event.clientY })
    session.announce({ pointer: { x: Math.round(x), y: Math.round(y) } })
  }
  const onLeave = () => session.announce({ pointer: null })
  // In the capturing phase: tldraw stops what it handles.
  container.addEventListener('pointermove', onMove, { capture: true, passive: true })
  container.addEventListener('pointerleave', onLeave)
  return () => {
    container.removeEventListener('pointermove', onMove, { capture: true })
    container.removeEventListener('pointerleave', onLeave)
    onLeave()
  }
}
