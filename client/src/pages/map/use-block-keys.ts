/**
 * Keys which lead off the canvas: of the one block that is selected `B` opens all it holds and `L` asks what to link it
 * with; `C` begins a comment on it, or on the place under the pointer where nothing is selected. Before the canvas, which has tools of its own under these; never while somebody writes.
 */
import { useEffect } from 'react'
import type { BlockId } from '@throughline/shared/schema'
import { useSession } from '../../session/hooks.ts'
import { isWriting } from './use-shortcuts.ts'

export interface BlockKeys {
  readonly onOpen: () => void
  readonly onLink: (block: BlockId) => void
  /** Null is the place under the pointer. */
  readonly onComment: (block: BlockId | null) => void
}

export function useBlockKeys({ onOpen, onLink, onComment }: BlockKeys): void {
  const session = useSession()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { selected, tool, writing } = session.getSnapshot().view
      const [block] = selected
      const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat)
      if (!isPlain || selected.length > 1 || tool !== 'select' || writing !== null) return
      if (!isOnCanvas(event.target) || isWriting(event.target)) return
      const key = event.key.toLowerCase()
      if (key === 'c' && session.comments.canComment) onComment(block ?? null)
      else if (block === undefined) return
      else if (key === 'b') onOpen()
      else if (key === 'l' && session.canWrite) onLink(block)
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [session, onOpen, onLink, onComment])
}

function isOnCanvas(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-testid="canvas"]') !== null
}
