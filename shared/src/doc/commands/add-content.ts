import type { EpochMs } from '../../schema/index.ts'
import type { MapDoc } from '../map-doc.ts'
import { UNTRACKED } from '../origins.ts'
import { copyBlocks } from './copy-blocks.ts'
import { placeContent, type Content } from './place-content.ts'

/**
 * Adds what somebody has imported, as an edit of theirs: undo sets the blocks aside as deleted and takes the links away.
 * Voices stay, for somebody may have begun to tell by them. Every id is new to the document.
 */
export function addContent(map: MapDoc, { blocks, links, voices }: Content, now: EpochMs): void {
  if (voices.length > 0) placeContent(map, { blocks: [], links: [], voices }, now, UNTRACKED)
  copyBlocks(map, blocks, now)
  if (links.length > 0) placeContent(map, { blocks: [], links, voices: [] }, now)
}
