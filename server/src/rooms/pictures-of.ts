import * as Y from 'yjs'
import { openMapDoc, readDrawings } from '@throughline/shared/doc'
import { readAssetPath, type AssetId } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'

/**
 * The pictures that a map's canvas shows, each once, by name. Puts the canvas together from its stored parts, some 20 µs
 * an update; a part that is no update is left out, as loading does.
 */
export function picturesOf(map: MapId, parts: readonly Uint8Array[]): readonly AssetId[] {
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      for (const part of parts) applyIfUpdate(doc, part)
    })
    return picturesIn(doc, map)
  } finally {
    doc.destroy()
  }
}

function applyIfUpdate(doc: Y.Doc, part: Uint8Array): void {
  try {
    Y.applyUpdate(doc, part)
  } catch {
    // Whoever checks the parts themselves says so.
  }
}

function picturesIn(doc: Y.Doc, map: MapId): readonly AssetId[] {
  const { sound } = readDrawings(openMapDoc(doc).drawing, (src) => readAssetPath(map, src) !== null)
  const ids = [...sound.values()].map((record) => {
    const { type, picture } = record as { readonly type: string; readonly picture?: { readonly src: string } }
    return type === 'image' ? readAssetPath(map, picture?.src) : null
  })
  return [...new Set(ids.filter((id) => id !== null))].toSorted()
}
