import * as Y from 'yjs'
import { openMapDoc, type MapDoc } from '@throughline/shared/doc'

/** A look at a document as its stored parts have it; what cannot be read is left out. */
export function withStoredMap<Answer>(parts: readonly Uint8Array[], look: (map: MapDoc) => Answer): Answer {
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      for (const part of parts) {
        try {
          Y.applyUpdate(doc, part)
        } catch {
          // As loading does, which has said so.
        }
      }
    })
    return look(openMapDoc(doc))
  } finally {
    doc.destroy()
  }
}
