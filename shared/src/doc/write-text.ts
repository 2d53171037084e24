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

/**
 * Makes a text read exactly so, for programs and whole-value edits; people's own typing goes through an editor. Only
 * the letters that differ are written, so that whoever writes beside them loses neither letters nor caret.
 */
export function replaceText(map: MapDoc, id: BlockId, name: TextName, text: string): void {
  const fragment = textFragment(map, id, name)
  if (fragment === null) return
  const [only] = fragment.length === 1 ? plainTexts(fragment) : []
  if (only !== undefined && text !== '' && !(name === 'detail' && text.includes('\n'))) {
    rewrite(only, cleanText(text).replaceAll('\n', ' '))
    return
  }
  fragment.delete(0, fragment.length)
  if (text !== '') seedText(map, id, name, text)
}

/** The text of each paragraph, as long as that is all there is. */
function plainTexts(fragment: Y.XmlFragment): readonly Y.XmlText[] {
  return fragment.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement) || child.nodeName !== 'paragraph' || child.length !== 1) return []
    const text = child.get(0)
    return text instanceof Y.XmlText && text.toDelta().every(isPlainPiece) ? [text] : []
  })
}

function isPlainPiece(piece: { readonly insert?: unknown; readonly attributes?: unknown }): boolean {
  return typeof piece.insert === 'string' && piece.attributes === undefined
}

function rewrite(shared: Y.XmlText, after: string): void {
  const before = shared
    .toDelta()
    .map(({ insert }: { readonly insert: string }) => insert)
    .join('')
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  // Never between the halves of a letter: Yjs would make two question marks of them.
  if (isSecondHalf(before, start) || isSecondHalf(after, start)) start -= 1
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  if (isSecondHalf(before, before.length - end) || isSecondHalf(after, after.length - end)) end -= 1
  shared.delete(start, before.length - end - start)
  shared.insert(start, after.slice(start, after.length - end))
}

function isSecondHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
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
