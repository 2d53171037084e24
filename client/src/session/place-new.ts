/** Making a block where nobody points: beside the block it hangs on, or below everything. One gesture, one undo. */
import { addBlock, linkBlocks, pageFramesOf } from '@throughline/shared/doc'
import {
  DEFAULT_SIZES,
  indexKeysAbove,
  newBlockId,
  type BlockId,
  type BlockKind,
  type Frame,
} from '@throughline/shared/schema'
import type { MapSession } from './map-session.ts'
import { BELOW, nextTo } from './next-place.ts'

/** Proofs stand below what they hold, all else to the right; what hangs on nothing below everything. */
export function placeNew(kind: BlockKind, beside: Frame | null, others: readonly Frame[]): Frame {
  const size = DEFAULT_SIZES[kind]
  if (beside !== null) return nextTo(beside, kind === 'proof' ? 'bottom' : 'right', size, others)
  if (others.length === 0) return { x: 0, y: 0, ...size }
  return { x: Math.min(...others.map(({ x }) => x)), y: Math.max(...others.map(({ y, h }) => y + h + BELOW)), ...size }
}

export function addBeside(session: MapSession, kind: BlockKind, beside: BlockId | null): BlockId {
  const { map, me } = session.getSnapshot()
  const frames = pageFramesOf(session.mapDoc, map)
  const frame = placeNew(kind, beside === null ? null : (frames.get(beside) ?? null), [...frames.values()])
  const top =
    [...map.blocks.values()]
      .map((block) => block.frame?.index ?? '')
      .toSorted()
      .at(-1) ?? null
  const [index = 'a1'] = indexKeysAbove(top === '' ? null : top, 1)
  const id = newBlockId()
  session.edit((doc) => {
    addBlock(doc, { kind, frame: { ...frame, index, parentId: '' }, createdBy: me.name }, session.now(), id)
    // The command turns the link round where the argument runs the other way.
    if (beside !== null) linkBlocks(doc, beside, id)
  })
  return id
}
