/**
 * What is pasted where nobody writes: text beside an outline or on a phone, and everywhere what the canvas would pass over
 * in silence, a formatted page without plain text, or nothing that a map can take.
 */
import { useEffect } from 'react'
import { wordsOn } from '../../session/clipboard-words.ts'
import { useSession } from '../../session/hooks.ts'
import type { MapSession } from '../../session/map-session.ts'
import { NOTHING_TO_PASTE } from '../../text/paste.ts'

/** A field that is written in keeps what is pasted. */
function isWrittenIn(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, dialog, [contenteditable="true"]') !== null
  )
}

/** With the focus on nothing the canvas listens, too. */
function isForCanvas(session: MapSession, target: EventTarget | null): boolean {
  if (!session.getSnapshot().hasCanvas) return false
  const onCanvas = target instanceof Element && target.closest('[data-testid="canvas"]') !== null
  return onCanvas || document.activeElement === document.body
}

/** The canvas's own: what was copied on a canvas, and plain text. */
function canvasTakes(clipboard: DataTransfer): boolean {
  const plain = clipboard.getData('text/plain').trim()
  return plain !== '' || clipboard.getData('text/html').includes('data-tldraw')
}

export function usePastedText(active: boolean): void {
  const session = useSession()
  useEffect(() => {
    if (!active) return
    const onPaste = (event: ClipboardEvent) => {
      const { clipboardData, target } = event
      if (event.defaultPrevented || isWrittenIn(target) || clipboardData === null || !session.canWrite) return
      // A picture beside the map still goes onto it.
      if (clipboardData.files.length > 0 && session.getSnapshot().hasCanvas) return
      const onCanvas = isForCanvas(session, target)
      const text = wordsOn(clipboardData)
      if (onCanvas && canvasTakes(clipboardData)) return
      event.preventDefault()
      event.stopPropagation()
      if (text.trim() === '') session.say(NOTHING_TO_PASTE)
      else if (onCanvas && !text.includes('\n')) session.canvas?.placeText(text)
      else session.offer({ is: 'text', text })
    }
    // Before the canvas, which listens at the document.
    window.addEventListener('paste', onPaste, { capture: true })
    return () => window.removeEventListener('paste', onPaste, { capture: true })
  }, [session, active])
}
