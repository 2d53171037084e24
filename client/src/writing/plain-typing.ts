/**
 * What a person may put into a text: plain words, one line for a statement or telling, paragraphs for a detail, never
 * more than its limit. Rules of input only: what others wrote stays as it is.
 *
 * - **PT1** Input that goes over the limit is cut or refused with a sentence; no word already there is touched.
 */
import { Extension } from '@tiptap/core'
import type { TextName } from '@throughline/shared/doc'
import { cleanText, cutText, LIMITS } from '@throughline/shared/schema'
import { Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { wordsOn } from '../session/clipboard-words.ts'
import { NOTHING_TO_PASTE } from '../text/paste.ts'
import { textCut, textFull } from '../text/writing.ts'
import { isFromShared } from './from-shared.ts'

export interface PlainTypingOptions {
  readonly name: TextName
  readonly say: (sentence: string) => void
  readonly leave: (how: 'enter' | 'escape') => void
  /** Whether the key was taken. */
  readonly tab: (backwards: boolean) => boolean
  readonly undo: () => void
  readonly redo: () => void
  /** What comes next is undone by itself. */
  readonly beginStep: () => void
}

export function plainTyping(options: PlainTypingOptions): Extension {
  const { name, leave, tab, undo, redo } = options
  const oneLine = name !== 'detail'
  const done = () => {
    leave('enter')
    return true
  }
  return Extension.create({
    name: 'plainTyping',
    priority: 1100,
    addProseMirrorPlugins: () => [limitPlugin(options), clipboardPlugin(options), browserUndoPlugin(undo, redo)],
    addKeyboardShortcuts: () => ({
      ...(oneLine ? { Enter: done, 'Shift-Enter': done } : {}),
      'Mod-Enter': done,
      Escape: () => {
        leave('escape')
        return true
      },
      Tab: () => tab(false),
      'Shift-Tab': () => tab(true),
    }),
  })
}

const limitOf = (name: TextName) => (name === 'detail' ? LIMITS.detailLength : LIMITS.statementLength)

/** As long as readers count it: paragraphs are joined by one character. */
function lengthOf(doc: Node): number {
  return doc.textBetween(0, doc.content.size, '\n').length
}

function limitPlugin({ name, say }: PlainTypingOptions): Plugin {
  const limit = limitOf(name)
  return new Plugin({
    key: new PluginKey('textLimit'),
    filterTransaction: (transaction, state) => {
      if (!transaction.docChanged || isFromShared(transaction)) return true
      const length = lengthOf(transaction.doc)
      if (length <= limit || length <= lengthOf(state.doc)) return true
      say(textFull(limit))
      return false
    },
  })
}

function clipboardPlugin(options: PlainTypingOptions): Plugin {
  return new Plugin({
    key: new PluginKey('plainPaste'),
    props: {
      handlePaste: (view, event) => {
        const words = wordsOn(event.clipboardData)
        if (words.trim() === '') options.say(NOTHING_TO_PASTE)
        else insertPlain(view, words, options)
        return true
      },
      handleDrop: (view, event, _slice, moved) => {
        const text = event.dataTransfer?.getData('text/plain') ?? ''
        // Words moved within the text are ProseMirror's; a file is the page's.
        if (moved || text === '') return false
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
        if (at !== null) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))))
        insertPlain(view, text, options)
        event.preventDefault()
        event.stopPropagation()
        return true
      },
    },
  })
}

function insertPlain(view: EditorView, pasted: string, { name, say, beginStep }: PlainTypingOptions): void {
  const { state } = view
  const { from, to } = state.selection
  const limit = limitOf(name)
  const room = limit - lengthOf(state.doc) + state.doc.textBetween(from, to, '\n').length
  const words = name === 'detail' ? cleanText(pasted).replaceAll('\t', ' ') : cleanText(pasted).replace(/[\t\n]+/g, ' ')
  const fitting = cutText(words, Math.max(room, 0))
  if (fitting !== words) say(room > 0 ? textCut(limit) : textFull(limit))
  if (fitting === '') return
  beginStep()
  view.dispatch(state.tr.replaceSelection(sliceOf(state.schema, fitting)).scrollIntoView().setMeta('paste', true))
  beginStep()
}

/** Open at both ends: the first and the last line join the words around the caret. */
function sliceOf(schema: Schema, text: string): Slice {
  const paragraphs = text
    .split('\n')
    .map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]))
  return new Slice(Fragment.from(paragraphs), 1, 1)
}

/** The browser's own undo, from a menu or a gesture, becomes ours too: its own knows nothing of what others wrote. */
function browserUndoPlugin(undo: () => void, redo: () => void): Plugin {
  return new Plugin({
    key: new PluginKey('browserUndo'),
    props: {
      handleDOMEvents: {
        beforeinput: (_view, event) => {
          if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false
          event.preventDefault()
          if (event.inputType === 'historyUndo') undo()
          else redo()
          return true
        },
      },
    },
  })
}
