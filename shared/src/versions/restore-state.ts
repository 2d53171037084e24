/**
 * Puts a kept state back into a live document, in place: all of it, or some blocks.
 *
 * - **RT1** Afterwards the map reads as the kept state; with `blocks`, those read as they did and nothing else changes.
 * - **RT2** Only what differs is written, in one transaction: one undo, and whoever works elsewhere on the map notices
 *   nothing.
 * - **RT3** A block on a drawn frame that is gone comes back where it stood on the page.
 */
import { changesOfBlocks, diffMaps, type MapChange } from '../diff/index.ts'
import {
  draw,
  keepOffBrief,
  pageFrames,
  readKeyed,
  readMap,
  returnToBriefOrder,
  transact,
  writeChanges,
  type MapDoc,
} from '../doc/index.ts'
import type { Block, BlockId, EpochMs, PositioningMap } from '../schema/index.ts'
import type { MapState } from './map-state.ts'

export interface Restoring {
  /** Without it, the whole map with its drawing. */
  readonly blocks?: ReadonlySet<BlockId> | undefined
  readonly now: EpochMs
  readonly origin?: unknown
}

export function stateOfDoc(doc: MapDoc): MapState {
  return { map: readMap(doc).map, drawing: readKeyed(doc.drawing).values }
}

/** What was written: nothing when the map reads like that already. */
export function restoreState(doc: MapDoc, kept: MapState, { blocks, now, origin }: Restoring): readonly MapChange[] {
  const here = stateOfDoc(doc)
  const changes = blocks === undefined ? diffMaps(here.map, kept.map) : changesFor(here, kept, blocks)
  transact(
    doc,
    () => {
      if (blocks === undefined) draw(doc, drawingBetween(here.drawing, kept.drawing))
      writeChanges(doc, changes, now, origin)
      if (blocks !== undefined)
        for (const { block, what } of changes) if (what === 'added') decideAgain(doc, block, kept)
    },
    origin,
  )
  return changes
}

/** What was kept off the brief does not come back onto it, and what had a place on it has it again. */
function decideAgain(doc: MapDoc, block: BlockId, { map: { brief } }: MapState): void {
  if (brief.off.includes(block)) keepOffBrief(doc, block)
  returnToBriefOrder(doc, block, brief.order)
}

function changesFor(here: MapState, kept: MapState, blocks: ReadonlySet<BlockId>): readonly MapChange[] {
  const changes = diffMaps(here.map, onWhatIsThere(kept, here.drawing))
  return changesOfBlocks(changes, blocks, (id) => here.map.blocks.has(id))
}

/** RT3. */
function onWhatIsThere({ map, drawing }: MapState, there: ReadonlyMap<string, unknown>): PositioningMap {
  const onPage = pageFrames(map, drawing)
  const settled = (block: Block): Block => {
    const { frame } = block
    const page = onPage.get(block.id)
    if (frame === null || page === undefined || frame.parentId === '' || there.has(frame.parentId)) return block
    return { ...block, frame: { ...frame, ...page, parentId: '' } }
  }
  return { ...map, blocks: new Map([...map.blocks].map(([id, block]) => [id, settled(block)])) }
}

/** What to write for `drawing` to be `kept`; null takes a record away. */
function drawingBetween(
  drawing: ReadonlyMap<string, unknown>,
  kept: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, unknown> {
  const changes = new Map<string, unknown>()
  for (const key of drawing.keys()) if (!kept.has(key)) changes.set(key, null)
  for (const [key, record] of kept)
    if (JSON.stringify(drawing.get(key)) !== JSON.stringify(record)) changes.set(key, record)
  return changes
}
