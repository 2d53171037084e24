/** What a gesture touched, as commands on the document. */
import { addBlock, copyBlocks, draw, linkBlocks, moveBlocks, removeBlocks, unlinkBlocks } from '@throughline/shared/doc'
import type { Block, BlockId, Link, PlacedFrame } from '@throughline/shared/schema'
import type { Editor, TLAssetId, TLShape, TLShapeId } from 'tldraw'
import type { MapSession } from '../session/map-session.ts'
import { LINK_REFUSALS } from '../text/canvas.ts'
import { NO_FILMS } from '../text/pictures.ts'
import { readCopy } from './copied-block.ts'
import { isDrawing, isForeign, mergeDrawing, writeDrawing } from './drawing-records.ts'
import type { MapScene } from './map-scene.ts'
import { pictureOf, type Picture } from './pictures/picture.ts'
import { blockIdOf, linkIdOf } from './shape-ids.ts'
import { isBlockShape, isLinkShape, type BlockShape } from './shape-types.ts'

/** As each shape was before; null for one that the gesture made. What it is now is in the store. */
export type Touched = ReadonlyMap<TLShapeId, TLShape | null>

export interface Gesture {
  readonly editor: Editor
  readonly session: MapSession
  readonly scene: MapScene
  readonly touched: Touched
  /** False for a write in the middle of a gesture. */
  readonly isEnd: boolean
}

export function writeGesture(gesture: Gesture): void {
  if (!gesture.session.canWrite) return
  writeNewBlocks(gesture)
  writeMoves(gesture)
  writeRemovals(gesture)
  writeLinks(gesture)
  writeDrawings(gesture)
}

function frameOf({ x, y, index, parentId, props }: BlockShape): PlacedFrame {
  return { x, y, w: props.w, h: props.h, index, parentId: parentId.startsWith('shape:') ? parentId : '' }
}

/** Only what the gesture changed (EM3); a height that was merely shown is nobody's wish. */
function mergeFrame(theirs: PlacedFrame, before: BlockShape, now: BlockShape): PlacedFrame {
  const [base, mine] = [frameOf(before), frameOf(now)]
  const merged = { ...theirs } as Record<string, unknown>
  for (const key of Object.keys(mine) as (keyof PlacedFrame)[]) if (mine[key] !== base[key]) merged[key] = mine[key]
  // A place and what it is relative to belong together.
  return mine.parentId === base.parentId
    ? (merged as never)
    : { ...(merged as never as PlacedFrame), x: mine.x, y: mine.y }
}

function writeNewBlocks({ editor, session, touched }: Gesture): void {
  const { map, me } = session.getSnapshot()
  const copies: (Omit<Block, 'frame'> & { frame: PlacedFrame })[] = []
  for (const [shapeId, before] of touched) {
    const shape = editor.getShape(shapeId)
    const id = blockIdOf(shapeId)
    if (before !== null || shape === undefined || !isBlockShape(shape) || id === null || map.blocks.has(id)) continue
    const copy = readCopy(shape, map)
    const frame = frameOf(shape)
    if (copy === null)
      addBlock(session.mapDoc, { kind: shape.props.kind, frame, createdBy: me.name }, session.now(), id)
    else copies.push({ ...copy, id, createdAt: session.now(), frame })
  }
  copyBlocks(session.mapDoc, copies, session.now())
}

function writeMoves({ editor, session, scene, touched }: Gesture): void {
  const { blocks } = session.getSnapshot().map
  const frames = new Map<BlockId, PlacedFrame>()
  for (const [shapeId, before] of touched) {
    const shape = editor.getShape(shapeId)
    const block = blocks.get(blockIdOf(shapeId) ?? ('' as BlockId))
    if (before === null || shape === undefined || block === undefined) continue
    if (!isBlockShape(shape) || !isBlockShape(before)) continue
    const theirs = scene.frameOf(block) ?? frameOf(before)
    const frame = mergeFrame(theirs, before, shape)
    if (block.frame === null || JSON.stringify(frame) !== JSON.stringify(theirs)) frames.set(block.id, frame)
  }
  moveBlocks(session.mapDoc, frames)
}

function writeRemovals({ editor, session, touched }: Gesture): void {
  const { blocks, links } = session.getSnapshot().map
  const gone = [...touched.keys()].filter((id) => editor.getShape(id) === undefined)
  const goneBlocks = gone.map(blockIdOf).filter((id) => id !== null && blocks.has(id)) as BlockId[]
  const goneLinks = new Set<string | null>(gone.map(linkIdOf))
  const unlinked: readonly Link[] = links.filter((link) => goneLinks.has(link.id))
  if (goneBlocks.length > 0) removeBlocks(session.mapDoc, goneBlocks, session.now())
  if (unlinked.length > 0) unlinkBlocks(session.mapDoc, unlinked)
}

function writeLinks({ editor, session, touched }: Gesture): void {
  for (const [shapeId, before] of touched) {
    const shape = editor.getShape(shapeId)
    const id = linkIdOf(shapeId)
    if (before !== null || shape === undefined || !isLinkShape(shape) || id === null) continue
    link(session, shape.props.from, shape.props.to, id)
  }
}

function link(session: MapSession, from: BlockId, to: BlockId, id?: Link['id']): void {
  const result = linkBlocks(session.mapDoc, from, to, id)
  if (!result.ok) session.say(LINK_REFUSALS[result.why])
}

/** The two blocks that an arrow has been tied to, start first; null for an arrow of the drawing, and for what is none. */
export function tiedBlocks(editor: Editor, arrow: TLShape): readonly [BlockId, BlockId] | null {
  if (arrow.type !== 'arrow') return null
  const ends = new Map<string, BlockId | null>()
  for (const binding of editor.getBindingsFromShape(arrow, 'arrow'))
    ends.set(String((binding.props as { terminal?: unknown }).terminal), blockIdOf(binding.toId))
  const [from, to] = [ends.get('start'), ends.get('end')]
  return from && to && from !== to ? [from, to] : null
}

function writeDrawings({ editor, session, scene, touched, isEnd }: Gesture): void {
  const stored = scene.drawings()
  const changes = new Map<string, unknown>()
  for (const [id, before] of touched) {
    const shape = editor.getShape(id)
    if (shape === undefined) {
      if (stored.has(id)) changes.set(id, null)
      continue
    }
    const picture = shape.type === 'image' ? pictureIn(editor, shape, session) : null
    const isStrange = isForeign(shape) || (shape.type === 'image' && picture === null)
    if (isStrange) session.say(NO_FILMS)
    if (isStrange || !isDrawing(shape)) continue
    const tied = isEnd ? tiedBlocks(editor, shape) : null
    if (tied !== null) {
      link(session, ...tied)
      if (stored.has(id)) changes.set(id, null)
      continue
    }
    const bindings = shape.type === 'arrow' ? editor.getBindingsFromShape(shape, 'arrow') : []
    const mine = writeDrawing(shape, bindings, picture)
    const theirs = stored.get(id)
    changes.set(
      id,
      theirs === undefined || before === null ? mine : mergeDrawing(theirs, withoutTies(before, mine), mine),
    )
  }
  draw(session.mapDoc, changes)
}

/** Null for one whose bytes are not this map's. */
function pictureIn(editor: Editor, shape: TLShape, { mapId }: MapSession): Picture | null {
  const { assetId } = shape.props as { readonly assetId?: TLAssetId | null }
  return assetId ? pictureOf(mapId, editor.getAsset(assetId)) : null
}

/** Ties are written whole: what they were before the gesture is not known any more. */
function withoutTies(before: TLShape, mine: ReturnType<typeof writeDrawing>): ReturnType<typeof writeDrawing> {
  const base = writeDrawing(before, [], mine.picture)
  return mine.type === 'arrow' ? { ...base, ties: [{ toId: '', props: {} }] } : base
}
