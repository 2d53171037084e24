/** Words as the updates of one writer, each of which builds on the one before; and the words in stored parts. */
import * as Y from 'yjs'

export function updatesOf(words: readonly string[]): readonly Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const word of words) doc.getArray('words').push([word])
  return updates
}

export function wordsIn(parts: readonly Uint8Array[]): readonly unknown[] {
  const doc = new Y.Doc()
  for (const part of parts) Y.applyUpdate(doc, part)
  return doc.getArray('words').toArray()
}

/** The state vector of a document made of them. */
export function reachOf(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return Y.encodeStateVector(doc)
}
