/**
 * A caret moves at once in the browser and is told of with the next frame. What others write in between would put it
 * back to where it was: so it is read from the page before anything of theirs is taken in or drawn.
 */
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Nothing while the editor lacks the focus, and not in a composition: the input method owns the caret till its end. */
export function takePendingCaret(view: EditorView): void {
  if (view.isDestroyed || view.composing || !view.hasFocus()) return
  const { anchorNode, anchorOffset, focusNode, focusOffset } = view.dom.ownerDocument.getSelection() ?? {}
  if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return
  const { doc, selection, tr } = view.state
  const from = view.posAtDOM(anchorNode, anchorOffset ?? 0)
  const to = view.posAtDOM(focusNode, focusOffset ?? 0)
  if (from === selection.anchor && to === selection.head) return
  const pending = TextSelection.between(doc.resolve(from), doc.resolve(to))
  if (!pending.eq(selection)) view.dispatch(tr.setSelection(pending))
}
