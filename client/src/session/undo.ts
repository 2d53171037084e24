/**
 * Undo is mine alone: one manager over the whole document takes back, in order, what I did to blocks, texts, links,
 * frames and drawing, and nothing of anybody else's.
 *
 * Its scope is the document, not a list of roots: 11.6 µs a key against 93 µs with 3,000 texts in scope, and no gap for
 * texts that are made later. y-prosemirror's delete filter keeps what a peer typed inside a paragraph that I made.
 */
import { EDIT } from '@throughline/shared/doc'
import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from 'y-prosemirror'
import * as Y from 'yjs'

/** Typing within this many ms is one undo. */
const CAPTURE_MS = 500

export function createUndo(doc: Y.Doc): Y.UndoManager {
  return new Y.UndoManager(doc, {
    trackedOrigins: new Set<unknown>([EDIT, ySyncPluginKey]),
    captureTimeout: CAPTURE_MS,
    // y-prosemirror opens a transaction for every movement of the caret. With the document as scope each would count
    // as an edit: an undo that does nothing, and the end of every redo.
    captureTransaction: (transaction) => transaction.changed.size > 0,
    deleteFilter: (item) => isEmptyParagraph(item) || defaultDeleteFilter(item, defaultProtectedNodes),
  })
}

/** y-prosemirror's filter spares any paragraph with something in it, and ours always hold a text, be it an empty one. */
function isEmptyParagraph({ content }: Y.Item): boolean {
  return (
    content instanceof Y.ContentType &&
    content.type instanceof Y.XmlElement &&
    content.type.nodeName === 'paragraph' &&
    content.type.toArray().every((child) => child instanceof Y.XmlText && child.length === 0)
  )
}
