import * as Y from 'yjs'

/** Puts a document together from its stored parts, as loading does; gives the places of those that are no updates. */
export function unreadableParts(parts: readonly Uint8Array[]): readonly number[] {
  const doc = new Y.Doc()
  const unreadable = parts.flatMap((part, index) => {
    try {
      Y.applyUpdate(doc, part)
      return []
    } catch {
      return [index]
    }
  })
  doc.destroy()
  return unreadable
}
