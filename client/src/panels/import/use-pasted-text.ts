/** Text that is pasted where nobody writes and no canvas takes it: beside an outline, or on a phone. */
import { useEffect } from 'react'
import { useSession } from '../../session/hooks.ts'

/** The canvas has its own way to paste, and a field that is written in keeps what is pasted. */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return target.closest('input, textarea, select, dialog, [contenteditable="true"], [data-testid="canvas"]') !== null
}

export function usePastedText(active: boolean): void {
  const session = useSession()
  useEffect(() => {
    if (!active) return
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (event.defaultPrevented || isTaken(event.target) || text.trim() === '') return
      // With the focus on nothing the canvas may be listening: it takes what is pasted on it.
      if (session.getSnapshot().hasCanvas && document.activeElement === document.body) return
      event.preventDefault()
      session.offer({ is: 'text', text })
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [session, active])
}
