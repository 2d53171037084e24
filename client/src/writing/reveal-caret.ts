import type { EditorView } from '@tiptap/pm/view'

/** Room between the caret and the edge, in CSS pixels. */
const MARGIN = 8

/**
 * Scrolls the panel around a text so that its caret can be seen, and nothing else: ProseMirror's own way also scrolls
 * what merely clips, and a canvas scrolled so hits the wrong blocks from then on.
 * Always true: ProseMirror has nothing left to do.
 */
export function revealCaret(view: EditorView): true {
  const scroller = scrollerOf(view.dom)
  if (scroller === null) return true
  const caret = view.coordsAtPos(view.state.selection.head)
  const box = scroller.getBoundingClientRect()
  if (caret.bottom > box.bottom - MARGIN) scroller.scrollTop += caret.bottom - box.bottom + MARGIN
  else if (caret.top < box.top + MARGIN) scroller.scrollTop -= box.top - caret.top + MARGIN
  return true
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at)
    if (overflowY === 'auto' || overflowY === 'scroll') return at
  }
  return null
}
