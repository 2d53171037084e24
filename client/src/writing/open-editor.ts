/** Puts an editor of one shared text into an element. */
import { Editor } from '@tiptap/core'
import { Document } from '@tiptap/extension-document'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Placeholder } from '@tiptap/extension-placeholder'
import { Text } from '@tiptap/extension-text'
import { fitsSchema } from '@throughline/shared/doc'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import type { MapSession } from '../session/map-session.ts'
import { keepEvents } from './keep-events.ts'
import { plainTyping } from './plain-typing.ts'
import { revealCaret } from './reveal-caret.ts'
import { sharedText } from './shared-text.ts'
import type { TextFieldProps } from './TextField.tsx'
import { watchText } from './watch-text.ts'

export interface OpenEditorOptions {
  readonly host: HTMLElement
  readonly session: MapSession
  readonly fragment: Y.XmlFragment
  /** As they are now: handlers change while the editor stays. */
  readonly props: () => TextFieldProps
}

/** Call what it returns to close the editor. */
export function openEditor(options: OpenEditorOptions): () => void {
  const { host, session, fragment, props } = options
  const { blockId, autoFocus = true, placeCaretAt } = props()
  // Between rendering and now a peer may have written what an editor would delete.
  if (!fitsSchema(fragment)) return () => {}

  let editor: Editor | null = null
  const shut = () => {
    if (editor?.isDestroyed === false) editor.destroy()
  }
  const unwatch = watchText(fragment, shut)
  editor = createEditor(options)
  const letGo = keepEvents(host)
  session.undo.stopCapturing()
  session.setView({ writing: blockId })
  if (autoFocus) placeCaret(editor.view, placeCaretAt ?? null)

  return () => {
    unwatch()
    letGo()
    shut()
    session.undo.stopCapturing()
    // The next text may have announced itself already.
    if (session.getSnapshot().view.writing === blockId) session.setView({ writing: null })
  }
}

function createEditor({ host, session, fragment, props }: OpenEditorOptions): Editor {
  const { name, label, placeholder = '', guidedBy } = props()
  return new Editor({
    element: host,
    injectCSS: false,
    extensions: [
      Document,
      Paragraph,
      Text,
      Placeholder.configure({ placeholder, showOnlyCurrent: false }),
      sharedText({ session, fragment }),
      plainTyping({
        name,
        say: (sentence) => session.say(sentence),
        leave: (how) => props().onLeave?.(how),
        tab: (backwards) => takeTab(props().onTab, backwards),
        undo: () => session.undo.undo(),
        redo: () => session.undo.redo(),
        beginStep: () => session.undo.stopCapturing(),
      }),
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-label': label,
        'aria-multiline': String(name === 'detail'),
        ...(placeholder === '' ? {} : { 'aria-placeholder': placeholder }),
        ...(guidedBy === undefined ? {} : { 'aria-describedby': guidedBy }),
        dir: 'auto',
        spellcheck: 'true',
        class: 'text-field-words',
      },
      handleScrollToSelection: (view) => revealCaret(view),
    },
    onTransaction: ({ transaction }) => {
      if (transaction.docChanged) props().onResize?.()
    },
    onBlur: ({ event }) => {
      // A window that loses the focus keeps its caret; a click elsewhere on the page ends the writing.
      if (document.hasFocus() && !host.contains(event.relatedTarget as Node | null)) props().onLeave?.('blur')
    },
  })
}

function takeTab(onTab: TextFieldProps['onTab'], backwards: boolean): boolean {
  onTab?.(backwards)
  return onTab !== undefined
}

function placeCaret(view: EditorView, point: { readonly x: number; readonly y: number } | null): void {
  const { doc, tr } = view.state
  const found = point === null ? null : view.posAtCoords({ left: point.x, top: point.y })
  const at = doc.resolve(found === null ? doc.content.size : found.pos)
  view.dispatch(tr.setSelection(TextSelection.near(at, found === null ? -1 : 1)))
  view.focus()
  forgetFocusTime(view)
}

/**
 * For 200 ms after it takes the focus ProseMirror undoes a move to the very start of a text, as the doing of a browser
 * that has lost its place (`DOMObserver.flush`). Here the place is set by hand, and whoever presses Home means it.
 */
function forgetFocusTime(view: EditorView): void {
  const { input } = view as unknown as { input?: { lastFocus?: number } }
  if (input?.lastFocus !== undefined) input.lastFocus = 0
}
