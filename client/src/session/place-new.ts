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

/** The room between a card and the next of its argument, as on the canvas. */
const ACROSS = 120
const BELOW = 44

const overlaps = (a: Frame, b: Frame): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/** Proofs stand below what they hold, all else to the right; down from there until nothing lies there. */
export function placeNew(kind: BlockKind, beside: Frame | null, others: readonly Frame[]): Frame {
  const size = DEFAULT_SIZES[kind]
  const bottom = Math.max(...others.map(({ y, h }) => y + h + BELOW))
  const start: Frame =
    beside !== null
      ? kind === 'proof'
        ? { x: beside.x, y: beside.y + beside.h + BELOW, ...size }
        : { x: beside.x + beside.w + ACROSS, y: beside.y, ...size }
      : { x: Math.min(...others.map(({ x }) => x)), y: bottom, ...size }
  let at = others.length === 0 ? { x: 0, y: 0, ...size } : start
  // Every step passes at least one card, so it comes to an end.
  for (let tries = 0; tries < others.length; tries += 1) {
    const here = at
    const hit = others.find((other) => overlaps(here, other))
    if (hit === undefined) break
    at = { ...at, y: hit.y + hit.h + BELOW }
  }
  return at
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
