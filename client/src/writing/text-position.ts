/**
 * Where a caret is, as the shared text says it and as an editor counts it.
 *
 * A caret holds on to the character on its left. So what others write at the very place where I write never carries my
 * caret along, and two people who write at the end of one sentence each keep their own words together; y-prosemirror's
 * own positions hold on to the right and interleave their letters.
 *
 * - **TP1** Neither direction throws or writes, whatever a peer announces.
 */
import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'

const LEFT = -1

interface Place {
  readonly paragraph: number
  readonly offset: number
}

function placeOf(doc: Node, pos: number): Place {
  const at = doc.resolve(Math.max(0, Math.min(pos, doc.content.size)))
  if (at.depth > 0) return { paragraph: at.index(0), offset: at.parentOffset }
  // Between paragraphs, as the ends of "everything selected" are.
  const after = at.index(0) < doc.childCount
  const paragraph = after ? at.index(0) : doc.childCount - 1
  return { paragraph, offset: after ? 0 : doc.child(paragraph).content.size }
}

/** Null where the shared text has no such place (yet): it may be empty or behind the editor. */
export function toShared(fragment: Y.XmlFragment, doc: Node, pos: number): Y.RelativePosition | null {
  const { paragraph, offset } = placeOf(doc, pos)
  if (paragraph >= fragment.length) return null
  const element: unknown = fragment.get(paragraph)
  if (!(element instanceof Y.XmlElement)) return null
  let left = offset
  for (const text of element.toArray()) {
    if (!(text instanceof Y.XmlText)) return null
    if (left <= text.length) return Y.createRelativePositionFromTypeIndex(text, left, LEFT)
    left -= text.length
  }
  return Y.createRelativePositionFromTypeIndex(element, 0, LEFT)
}

/** Null when it is in another text, or in words that are not here. */
export function toEditor(fragment: Y.XmlFragment, doc: Node, position: unknown): number | null {
  const place = placeInShared(fragment, position)
  if (place === null || place.paragraph >= doc.childCount) return null
  let start = 1
  for (let index = 0; index < place.paragraph; index += 1) start += doc.child(index).nodeSize
  return start + Math.min(place.offset, doc.child(place.paragraph).content.size)
}

function placeInShared(fragment: Y.XmlFragment, position: unknown): Place | null {
  const found = resolve(fragment, position)
  if (found === null) return null
  if (found.type === fragment) return { paragraph: found.index, offset: 0 }
  const text = found.type instanceof Y.XmlText ? found.type : null
  const element = text === null ? found.type : text.parent
  if (!(element instanceof Y.XmlElement) || element.parent !== fragment) return null
  const paragraph = fragment.toArray().indexOf(element)
  if (paragraph < 0) return null
  let offset = text === null ? 0 : found.index
  for (const sibling of element.toArray()) {
    if (sibling === text || text === null) break
    if (sibling instanceof Y.XmlText) offset += sibling.length
  }
  return { paragraph, offset }
}

function resolve(fragment: Y.XmlFragment, position: unknown): Y.AbsolutePosition | null {
  if (typeof position !== 'object' || position === null || fragment.doc === null) return null
  try {
    return Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(position), fragment.doc)
  } catch {
    // A peer may announce anything for a position, and Yjs throws on what is none.
    return null
  }
}
