/** How an import lands: as a map that the layout can place, and as content that a document can take. */
import type { Content } from '../doc/index.ts'
import { layOutAdded, placeLoose, type MapToLayOut } from '../layout/index.ts'
import { toContent, type ImportedMap } from '../map-file/index.ts'
import {
  relationOf,
  type Block,
  type BlockId,
  type EpochMs,
  type Link,
  type LinkId,
  type PositioningMap,
} from '../schema/index.ts'

/** Links are named by their place: the layout only asks what they join. */
function toLayOut({ blocks, links }: ImportedMap, now: EpochMs): MapToLayOut {
  const byId = new Map<BlockId, Block>()
  for (const { frame, ...block } of blocks) {
    const placed = frame === null ? null : { ...frame, index: 'a1', parentId: '' }
    byId.set(block.id, { ...block, createdAt: now, frame: placed })
  }
  const joined = links.flatMap(({ from, to }, at): readonly Link[] => {
    const [start, end] = [byId.get(from), byId.get(to)]
    if (start === undefined || end === undefined) return []
    return [{ id: `link-${at}` as LinkId, from, to, relation: relationOf(start.kind, end.kind) }]
  })
  return { blocks: byId, links: joined }
}

/** For a new map: places that the file has stay, the others are laid out around them. */
export function contentOfNewMap(imported: ImportedMap, now: EpochMs): Content {
  return toContent(imported, placeLoose(toLayOut(imported, now)))
}

/** For a map with content: the import is one group beside it, on top of the pile. */
export function contentToAdd(here: PositioningMap, imported: ImportedMap, now: EpochMs): Content {
  const frames = layOutAdded(here, toLayOut(imported, now))
  const top = [...here.blocks.values()].reduce<string | null>(
    (highest, { frame }) => (frame !== null && (highest === null || frame.index > highest) ? frame.index : highest),
    null,
  )
  const blocks = imported.blocks.map((block) => ({ ...block, frame: null }))
  return toContent({ ...imported, blocks }, frames, top)
}
