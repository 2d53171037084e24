/**
 * Words out of a text's fragment. Its schema is `paragraph` elements that hold one `Y.XmlText` of plain text; a peer
 * may have written anything else, whose words are still read, so that nobody's sentence vanishes.
 */
import { cleanLine, cleanParagraphs, cutText, LIMITS } from '../schema/index.ts'
import * as Y from 'yjs'
import type { TextName } from './map-doc.ts'

/** Deeper than this nobody writes words; without a bound a peer could exhaust the stack. */
const MAX_DEPTH = 20

function wordsOf(node: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) return ''
  if (node instanceof Y.XmlText || node instanceof Y.Text) {
    return node
      .toDelta()
      .map((part: { insert?: unknown }) => (typeof part.insert === 'string' ? part.insert : ' '))
      .join('')
  }
  if (node instanceof Y.XmlFragment)
    return node
      .toArray()
      .map((child) => wordsOf(child, depth + 1))
      .join(' ')
  return ''
}

/**
 * Raw paragraphs, neither cleaned nor cut. Letters that lie in the fragment itself, as of a client that took it for a
 * plain text, come one by one and make one paragraph.
 */
export function paragraphsOf(fragment: Y.XmlFragment): readonly string[] {
  const paragraphs: string[] = []
  let loose = false
  for (const child of fragment.toArray() as unknown[]) {
    if (typeof child === 'string' && loose) paragraphs.push((paragraphs.pop() ?? '') + child)
    else paragraphs.push(typeof child === 'string' ? child : wordsOf(child))
    loose = typeof child === 'string'
  }
  return paragraphs
}

/** What a text reads as: a statement or telling on one line, a detail as paragraphs. */
export function readText(fragment: Y.XmlFragment, name: TextName): string {
  const paragraphs = paragraphsOf(fragment)
  return name === 'detail'
    ? cutText(cleanParagraphs(paragraphs.join('\n')), LIMITS.detailLength)
    : cutText(cleanLine(paragraphs.join(' ')), LIMITS.statementLength)
}

function isPlainText(node: unknown): boolean {
  return (
    node instanceof Y.XmlText &&
    node
      .toDelta()
      .every(
        (part: { insert?: unknown; attributes?: object }) =>
          typeof part.insert === 'string' && Object.keys(part.attributes ?? {}).length === 0,
      )
  )
}

/**
 * Whether an editor may be mounted on it. y-prosemirror deletes whatever its schema cannot parse, for everybody, as
 * soon as it opens: then the text is shown read-only until somebody repairs it.
 */
export function fitsSchema(fragment: Y.XmlFragment): boolean {
  return fragment
    .toArray()
    .every(
      (child) =>
        child instanceof Y.XmlElement &&
        child.nodeName === 'paragraph' &&
        Object.keys(child.getAttributes()).length === 0 &&
        child.toArray().every(isPlainText),
    )
}
