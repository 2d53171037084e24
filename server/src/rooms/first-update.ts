import * as Y from 'yjs'
import { openMapDoc, UNTRACKED, type MapDoc } from '@throughline/shared/doc'

/** What a new canvas document starts with, as one update: nothing in it was ever half there. */
export function firstUpdate(write: (map: MapDoc) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => write(openMapDoc(doc)), UNTRACKED)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}
