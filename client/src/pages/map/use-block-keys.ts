/**
 * Keys of the one block that is selected which lead off the canvas: `B` opens all it holds, `L` asks what to link it
 * with. Before the canvas, which has tools of its own under these; never while somebody writes.
 */
import { useEffect } from 'react'
import type { BlockId } from '@throughline/shared/schema'
import { useSession } from '../../session/hooks.ts'
import { isWriting } from './use-shortcuts.ts'

export interface BlockKeys {
  readonly onOpen: () => void
  readonly onLink: (block: BlockId) => void
}

export function useBlockKeys({ onOpen, onLink }: BlockKeys): void {
  const session = useSession()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { selected, tool, writing } = session.getSnapshot().view
      const [block] = selected
      const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat)
      if (!isPlain || block === undefined || selected.length > 1 || tool !== 'select' || writing !== null) return
      if (!isOnCanvas(event.target) || isWriting(event.target)) return
      const key = event.key.toLowerCase()
      if (key === 'b') onOpen()
      else if (key === 'l' && session.canWrite) onLink(block)
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [session, onOpen, onLink])
}

function isOnCanvas(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-testid="canvas"]') !== null
}
