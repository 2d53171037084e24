import * as Y from 'yjs'
import { openMapDoc, type MapDoc } from '@throughline/shared/doc'
import type { Room } from './room.ts'

/** A look at a document as its stored parts have it; what cannot be read is left out, and `unreadable` hears of it. */
export function withStoredMap<Answer>(
  parts: readonly Uint8Array[],
  look: (map: MapDoc) => Answer,
  unreadable: () => void = () => {},
): Answer {
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      for (const part of parts) {
        try {
          Y.applyUpdate(doc, part)
        } catch {
          // As loading does, which says so in the log.
          unreadable()
        }
      }
    })
    return look(openMapDoc(doc))
  } finally {
    doc.destroy()
  }
}

/** A look at a copy of the document as it is at this moment; what is done to the copy nobody sees. */
export function withCopyOf<Answer>(room: Room, look: (map: MapDoc) => Answer): Answer {
  return withStoredMap([Y.encodeStateAsUpdate(room.mapDoc.doc)], look)
}
