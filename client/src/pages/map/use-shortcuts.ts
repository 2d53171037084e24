/**
 * Keys that work wherever the focus is on the page, but never while somebody writes: 1–4 take a kind in hand, and undo
 * and redo outside the canvas, which has its own.
 */
import { BLOCK_KINDS } from '@throughline/shared/schema'
import { useEffect } from 'react'
import { useSession } from '../../session/hooks.ts'
import type { MapSession } from '../../session/map-session.ts'

export type Shortcut =
  | { readonly is: 'tool'; readonly tool: (typeof BLOCK_KINDS)[number] }
  | { readonly is: 'undo' | 'redo' }

export interface Keys {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** Of the four kinds, in their order. */
const KEYS: readonly string[] = ['1', '2', '3', '4']

export function shortcutOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Keys): Shortcut | null {
  if (altKey) return null
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() === 'z') return { is: shiftKey ? 'redo' : 'undo' }
    return key.toLowerCase() === 'y' && !shiftKey ? { is: 'redo' } : null
  }
  const tool = shiftKey ? undefined : BLOCK_KINDS[KEYS.indexOf(key)]
  return tool === undefined ? null : { is: 'tool', tool }
}

export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable || target.closest('input, textarea, select, dialog, [contenteditable="true"]') !== null
  )
}

function run(session: MapSession, shortcut: Shortcut): void {
  if (shortcut.is === 'tool') session.canvas?.pickTool(shortcut.tool)
  else {
    session.canvas?.finish()
    session.undo[shortcut.is]()
  }
}

export function useShortcuts(): void {
  const session = useSession()
  useEffect(() => {
    if (!session.canWrite) return
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isWriting(event.target)) return
      const shortcut = shortcutOf(event)
      const inCanvas = event.target instanceof Element && event.target.closest('[data-testid="canvas"]') !== null
      if (shortcut === null || (inCanvas && shortcut.is !== 'tool')) return
      event.preventDefault()
      run(session, shortcut)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [session])
}
