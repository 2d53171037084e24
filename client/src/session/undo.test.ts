import { EDIT, fillBareParagraphs, UNTRACKED } from '@throughline/shared/doc'
import { expect, test } from 'vitest'
import { ySyncPluginKey } from 'y-prosemirror'
import * as Y from 'yjs'
import { createUndo } from './undo.ts'

function open() {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('text:block:detail')
  const undo = createUndo(doc)
  const gesture = (change: () => void, origin: unknown = ySyncPluginKey) => {
    doc.transact(change, origin)
    undo.stopCapturing()
  }
  return { doc, fragment, undo, gesture }
}

const paragraph = (text?: string) => {
  const element = new Y.XmlElement('paragraph')
  if (text !== undefined) element.insert(0, [new Y.XmlText(text)])
  return element
}

const textIn = (fragment: Y.XmlFragment, index: number) => (fragment.get(index) as Y.XmlElement).get(0) as Y.XmlText

test('a caret that moves is no edit: nothing to undo, and redo stays', () => {
  const { doc, undo, gesture } = open()
  gesture(() => {})
  expect(undo.canUndo()).toBe(false)

  gesture(() => doc.getMap('meta').set('title', 'Vardeholm'), EDIT)
  undo.undo()
  gesture(() => {})
  expect(undo.canRedo()).toBe(true)
  undo.redo()
  expect(doc.getMap('meta').get('title')).toBe('Vardeholm')
})

test('undoing Enter takes the empty paragraph away, though it has been given its text', () => {
  const { doc, fragment, undo, gesture } = open()
  gesture(() => fragment.insert(0, [paragraph('one')]))
  gesture(() => fragment.insert(1, [paragraph()]))
  doc.transact(() => fillBareParagraphs(fragment), UNTRACKED)
  undo.undo()
  expect(fragment.toArray()).toHaveLength(1)
  expect(textIn(fragment, 0).toJSON()).toBe('one')
})

test('a paragraph that I made stays while a peer has words in it', () => {
  const { doc, fragment, undo, gesture } = open()
  gesture(() => fragment.insert(0, [paragraph('mine')]))
  const peer = new Y.Doc()
  Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc))
  textIn(peer.getXmlFragment('text:block:detail'), 0).insert(4, ' theirs')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer))
  undo.undo()
  expect(textIn(fragment, 0).toJSON()).toBe(' theirs')
})
