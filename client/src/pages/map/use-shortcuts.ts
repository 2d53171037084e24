/** Keys that work wherever the focus is on the page. While somebody writes, only those that are wanted then. */
import { useEffect } from 'react'
import { isWantedWhileWriting, shortcutOf, type PageShortcut } from '../../commands/shortcuts.ts'
import { runCommand, type Shell } from './commands.ts'

export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('input, textarea, select, [contenteditable="true"]') !== null
}

/** The canvas undoes by itself; a second "find" in the field that finds is the browser's own. */
function isTaken(target: EventTarget | null, shortcut: PageShortcut): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('dialog') !== null) return true
  const inCanvas = target.closest('[data-testid="canvas"]') !== null
  if (inCanvas && (shortcut === 'undo' || shortcut === 'redo')) return true
  return shortcut === 'find' && target.getAttribute('role') === 'combobox'
}

export function useShortcuts(shell: Shell): void {
  useEffect(() => {
    const answer = (event: KeyboardEvent, inSentence: boolean) => {
      if (event.defaultPrevented) return
      const shortcut = shortcutOf(event)
      if (shortcut === null || isTaken(event.target, shortcut)) return
      // A slash is a letter to whoever writes.
      const isWanted = isWantedWhileWriting(shortcut) && (event.ctrlKey || event.metaKey)
      if (isWriting(event.target) && !(inSentence && isWanted)) return
      if ((!inSentence || isWanted) && runCommand(shortcut, shell)) event.preventDefault()
    }
    // An open text keeps its keys from everybody, so what is wanted there is heard before it.
    const before = (event: KeyboardEvent) => answer(event, true)
    const after = (event: KeyboardEvent) => answer(event, false)
    window.addEventListener('keydown', before, { capture: true })
    window.addEventListener('keydown', after)
    return () => {
      window.removeEventListener('keydown', before, { capture: true })
      window.removeEventListener('keydown', after)
    }
  }, [shell])
}
