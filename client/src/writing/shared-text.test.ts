// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { Document } from '@tiptap/extension-document'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { afterEach, expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createUndo } from '../session/undo.ts'
import { plainTyping } from './plain-typing.ts'
import { sharedText } from './shared-text.ts'
import { toEditor, toShared } from './text-position.ts'
import { watchText } from './watch-text.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** One person with one text open, as `open-editor.ts` opens it. */
function writer(name: 'statement' | 'detail' = 'statement', doc = new Y.Doc()) {
  const fragment = doc.getXmlFragment('text:block:statement')
  const undo = createUndo(doc)
  const awareness = new Awareness(doc)
  const said: string[] = []
  const left: string[] = []
  const unwatch = watchText(fragment, () => editor.destroy())
  const typing = plainTyping({
    name,
    say: (sentence) => said.push(sentence),
    leave: (how) => left.push(how),
    tab: () => false,
    undo: () => undo.undo(),
    redo: () => undo.redo(),
    beginStep: () => undo.stopCapturing(),
  })
  const extensions = [Document, Paragraph, Text, sharedText({ session: { doc, awareness, undo }, fragment }), typing]
  const editor: Editor = new Editor({ element: document.createElement('div'), injectCSS: false, extensions })
  closing.push(
    unwatch,
    () => editor.destroy(),
    () => awareness.destroy(),
  )
  const type = (text: string) => editor.view.dispatch(editor.state.tr.insertText(text))
  const paste = (text: string) =>
    editor.view.someProp('handlePaste', (handle) =>
      handle(editor.view, { clipboardData: { getData: () => text } } as unknown as ClipboardEvent, null as never),
    )
  const caretAt = (pos: number) => editor.commands.setTextSelection(pos)
  const seed = (text: string) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    fragment.insert(0, [paragraph])
  }
  return { doc, fragment, undo, awareness, editor, said, left, type, paste, caretAt, seed }
}

function sync(...docs: readonly Y.Doc[]): void {
  for (const from of docs) for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
}

const wordsOf = (fragment: Y.XmlFragment) => fragment.toString().replaceAll(/<\/?paragraph>/g, '|')

test('two who write at one place at once each keep their own words together', () => {
  const ana = writer()
  ana.seed('')
  const ben = writer()
  sync(ana.doc, ben.doc)
  for (const letter of 'abc') {
    ana.type(letter.toUpperCase())
    ben.type(letter)
    sync(ana.doc, ben.doc)
  }
  expect(wordsOf(ana.fragment)).toBe(wordsOf(ben.fragment))
  expect(['|ABCabc|', '|abcABC|']).toContain(wordsOf(ana.fragment))
})

test('what a stock client inserts, at either end or at the caret, does not move it', () => {
  const ana = writer()
  ana.seed('cold')
  ana.caretAt(5)
  const text = (ana.fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText
  text.insert(4, ' chain')
  expect(ana.editor.state.selection.head).toBe(5)
  text.insert(0, 'The ')
  expect(ana.editor.state.selection.head).toBe(9)
  expect(ana.editor.getText()).toBe('The cold chain')
})

test('undo takes back my words alone and puts the caret back', () => {
  const ana = writer()
  ana.seed('cold')
  ana.caretAt(3)
  ana.undo.stopCapturing()
  ana.type('XY')
  const text = (ana.fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText
  ana.doc.transact(() => text.insert(0, 'so '), 'somebody else')
  ana.undo.undo()
  expect(ana.editor.getText()).toBe('so cold')
  expect(ana.editor.state.selection.head).toBe(6)
  ana.undo.redo()
  expect(ana.editor.getText()).toBe('so coXYld')
  expect(ana.editor.state.selection.head).toBe(8)
})

test('every paragraph that typing makes has a text of its own at once', () => {
  const ana = writer('detail')
  ana.type('one')
  ana.editor.commands.enter()
  expect(ana.fragment.length).toBe(2)
  for (const paragraph of ana.fragment.toArray()) expect((paragraph as Y.XmlElement).get(0)).toBeInstanceOf(Y.XmlText)
})

test('content that no editor here can hold closes the editor and stays', () => {
  const ana = writer()
  ana.seed('words')
  const heading = new Y.XmlElement('heading')
  heading.insert(0, [new Y.XmlText('A heading')])
  ana.fragment.insert(1, [heading])
  expect(ana.editor.isDestroyed).toBe(true)
  expect(ana.fragment.toString()).toBe('<paragraph>words</paragraph><heading>A heading</heading>')
})

test('a position that is none, announced by a peer, breaks nothing', () => {
  const ana = writer()
  ana.seed('words')
  for (const cursor of [
    5,
    'x',
    {},
    { anchor: 5, head: {} },
    { anchor: {}, head: { item: { client: 'a', clock: -1 } } },
  ]) {
    ana.awareness.states.set(77, { user: { name: 'Ben' }, cursor })
    ana.awareness.emit('change', [{ added: [], updated: [77], removed: [] }, 'remote'])
  }
  ana.type('still ')
  expect(ana.editor.getText()).toContain('still')
})

test('what is pasted is undone by itself, and what was typed around it stays', () => {
  const ana = writer()
  ana.type('before ')
  ana.paste('pasted')
  ana.undo.undo()
  expect(ana.editor.getText()).toBe('before ')
  ana.undo.redo()
  ana.type(' after')
  ana.undo.undo()
  expect(ana.editor.getText()).toBe('before pasted')
})

test('what is pasted is plain: one line in a statement, paragraphs in a detail', () => {
  const statement = writer()
  statement.paste('one\ntwo\u0000')
  expect(wordsOf(statement.fragment)).toBe('|one two|')
  const detail = writer('detail')
  detail.paste('one\ntwo')
  expect(wordsOf(detail.fragment)).toBe('|one||two|')
})

test('a text takes no more than it holds, and says so', () => {
  const ana = writer()
  ana.paste('x'.repeat(2_500))
  expect(ana.editor.getText()).toHaveLength(2_000)
  ana.type('y')
  expect(ana.editor.getText()).toHaveLength(2_000)
  expect(ana.said).toEqual([
    'A text holds 2,000 characters. What was pasted has been cut to fit.',
    'A text holds 2,000 characters, and this one is full.',
  ])
})

test('every place of a text has a shared name that leads back to it', () => {
  const ana = writer('detail')
  ana.paste('one\ntwo\nthree')
  const { doc } = ana.editor.state
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return false
    for (let at = pos + 1; at <= pos + 1 + node.content.size; at += 1)
      expect(toEditor(ana.fragment, doc, toShared(ana.fragment, doc, at))).toBe(at)
    return false
  })
})
