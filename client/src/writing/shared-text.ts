/**
 * An editor's words as a shared text: y-prosemirror's sync, with carets, undo and selection of our own around it.
 *
 * Not TipTap's Collaboration: its undo plugin unhooks the one undo manager of the map when an editor closes.
 */
import { UNTRACKED } from '@throughline/shared/doc'
import { Extension, type Editor } from '@tiptap/core'
import { AllSelection, Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPlugin, ySyncPluginKey } from 'y-prosemirror'
import type * as Y from 'yjs'
import type { MapSession } from '../session/map-session.ts'
import { caretsPlugin } from './carets.ts'
import { composingPlugin } from './composing.ts'
import { isFromShared } from './from-shared.ts'
import { takePendingCaret } from './pending-caret.ts'
import { toEditor, toShared } from './text-position.ts'

/** A selection that survives what others write meanwhile. */
interface SharedSelection {
  readonly type: string
  readonly anchor: Y.RelativePosition | null
  readonly head: Y.RelativePosition | null
}

interface SyncState {
  readonly isChangeOrigin: boolean
  readonly binding: { beforeTransactionSelection: SharedSelection | null }
}

/** What writing together needs of a session. */
export type WritingSession = Pick<MapSession, 'doc' | 'awareness' | 'undo'>

export interface SharedTextOptions {
  readonly session: WritingSession
  readonly fragment: Y.XmlFragment
}

export function sharedText({ session, fragment }: SharedTextOptions): Extension {
  return Extension.create({
    name: 'sharedText',
    priority: 1000,
    addProseMirrorPlugins: () => [
      ySyncPlugin(fragment),
      selectionPlugin(session.undo, fragment),
      caretsPlugin(session, fragment),
      composingPlugin(fragment),
    ],
    addKeyboardShortcuts() {
      const undo = () => unlessComposing(this.editor, () => session.undo.undo())
      const redo = () => unlessComposing(this.editor, () => session.undo.redo())
      return { 'Mod-z': undo, 'Shift-Mod-z': redo, 'Mod-y': redo }
    },
  })
}

/** True, so that the browser's own undo never runs: it knows nothing of what others wrote. */
function unlessComposing(editor: Editor, act: () => void): true {
  if (!editor.view.composing) act()
  return true
}

function sharedSelection(fragment: Y.XmlFragment, { doc, selection }: EditorState): SharedSelection {
  return {
    type: selection instanceof AllSelection ? 'all' : 'text',
    anchor: toShared(fragment, doc, selection.anchor),
    head: toShared(fragment, doc, selection.head),
  }
}

function selectShared(view: EditorView, fragment: Y.XmlFragment, { anchor, head }: SharedSelection): void {
  const { doc, tr } = view.state
  const from = toEditor(fragment, doc, anchor)
  const to = toEditor(fragment, doc, head)
  if (from === null || to === null) return
  view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))).scrollIntoView())
}

/**
 * Keeps the caret where this person left it: while others write, and through undo and redo, which put it back where it
 * was before the change.
 */
function selectionPlugin(undo: Y.UndoManager, fragment: Y.XmlFragment): Plugin {
  let before: SharedSelection | null = null
  return new Plugin({
    key: new PluginKey('sharedSelection'),
    state: {
      init: () => null,
      apply: (transaction, value, oldState) => {
        // Here the shared text is still as it was before this person's change.
        if (transaction.docChanged && !isFromShared(transaction)) before = sharedSelection(fragment, oldState)
        return value
      },
    },
    view: (view) => {
      const onTransaction = (transaction: Y.Transaction): void => {
        // Typing has said what was before (see `apply`), and the filler's transaction begins inside that of typing.
        if (transaction.origin === ySyncPluginKey || transaction.origin === UNTRACKED) return
        takePendingCaret(view)
        before = sharedSelection(fragment, view.state)
        const { binding } = ySyncPluginKey.getState(view.state) as SyncState
        binding.beforeTransactionSelection = before
      }
      const onAdded = ({ stackItem }: StackEvent): void => void stackItem.meta.set(fragment, before)
      const onPopped = ({ stackItem }: StackEvent): void => {
        const selection = stackItem.meta.get(fragment) as SharedSelection | null | undefined
        if (selection && !view.isDestroyed) selectShared(view, fragment, selection)
      }
      fragment.doc?.on('beforeTransaction', onTransaction)
      undo.on('stack-item-added', onAdded)
      undo.on('stack-item-popped', onPopped)
      return {
        destroy: () => {
          fragment.doc?.off('beforeTransaction', onTransaction)
          undo.off('stack-item-added', onAdded)
          undo.off('stack-item-popped', onPopped)
        },
      }
    },
  })
}

interface StackEvent {
  readonly stackItem: { readonly meta: Map<unknown, unknown> }
}
