import { invariant } from '../base/index.ts'
import type { Content } from '../doc/index.ts'
import { indexKeysAbove, type BlockId, type Frame } from '../schema/index.ts'
import type { ImportedMap } from './import-map-file.ts'

/**
 * An import as `placeContent` takes it. `laidOut` has a place, in page units, for every block without a frame of its
 * own. `above` is the topmost index of the map that is added to; the blocks go on top, in the order of the file.
 */
export function toContent(
  imported: ImportedMap,
  laidOut: ReadonlyMap<BlockId, Frame> = new Map(),
  above: string | null = null,
): Content {
  const keys = indexKeysAbove(above, imported.blocks.length)
  const blocks = imported.blocks.map((block, order) => {
    const frame = block.frame ?? laidOut.get(block.id)
    invariant(frame !== undefined, `block ${block.id} was not laid out`)
    const { x, y, w, h } = frame
    return { ...block, frame: { x, y, w, h, index: keys[order] ?? 'a1', parentId: '' } }
  })
  return { blocks, links: imported.links, voices: imported.voices }
}
