import { cleanText } from '../schema/index.ts'
import * as Y from 'yjs'
import { textFragment, type MapDoc, type TextName } from './map-doc.ts'
import type { BlockId } from '../schema/index.ts'

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  // Never a paragraph without its XmlText: two people who type into a bare one at once get each other's letters twice.
  element.insert(0, [new Y.XmlText(text)])
  return element
}

/**
 * Puts the caret's place into a new block's statement. Only for a block that nobody else can see yet: two people who
 * seed one text have two paragraphs.
 */
export function seedText(map: MapDoc, id: BlockId, name: TextName, text = ''): void {
  const fragment = textFragment(map, id, name)
  if (fragment === null || fragment.length > 0) return
  const lines = name === 'detail' ? cleanText(text).split('\n') : [cleanText(text).replaceAll('\n', ' ')]
  fragment.insert(0, lines.map(paragraph))
}

/** Makes a text read exactly so, for programs and whole-value edits; people's own typing goes through an editor. */
export function replaceText(map: MapDoc, id: BlockId, name: TextName, text: string): void {
  const fragment = textFragment(map, id, name)
  if (fragment === null) return
  fragment.delete(0, fragment.length)
  if (text !== '') seedText(map, id, name, text)
}

/**
 * Gives every bare paragraph its empty XmlText (see `paragraph`). Runs after each local editor transaction; writes
 * nothing when there is nothing to fill.
 */
export function fillBareParagraphs(fragment: Y.XmlFragment): void {
  for (const child of fragment.toArray()) {
    if (child instanceof Y.XmlElement && child.nodeName === 'paragraph' && child.length === 0)
      child.insert(0, [new Y.XmlText()])
  }
}
