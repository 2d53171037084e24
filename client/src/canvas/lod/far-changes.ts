/**
 * What has to be drawn anew of a picture of far cards when the map has changed. While others write, or somebody drags a
 * few cards of a thousand, that is a small part of it.
 */
import type { BlockId } from '@throughline/shared/schema'
import type { TLShape, TLShapeId } from 'tldraw'
import { blockIdOf, blockShapeId } from '../shape-ids.ts'
import { isBlockShape, isLinkShape, type BlockShape, type LinkShape } from '../shape-types.ts'
import { OUTSIDE } from './far-blank.ts'
import type { Rect } from './far-frame.ts'
import type { FarLinks } from './far-links.ts'
import type { FarContent } from './far-scene.ts'

export interface FarChanges {
  /** Cards and links as they were and as they are; one of the two for what has come or gone. */
  readonly shapes: readonly (readonly [was: FarShape | null, is: FarShape | null])[]
  /** Blocks whose place, size or existence is another: their links lead elsewhere. */
  readonly moved: ReadonlySet<BlockId>
}

type FarShape = BlockShape | LinkShape

/** With more, the whole picture is drawn as soon. */
const MOST = 200

/** Screen pixels that lines may stand out by. */
const BESIDE = 6

const isOurs = (shape: TLShape): shape is FarShape => isBlockShape(shape) || isLinkShape(shape)

/** What was found last, by what it was before: the picture that is seen and the one to come ask the same in every frame. */
const found = new WeakMap<FarContent, readonly [now: FarContent, changes: FarChanges | null]>()

/** Null where too much has changed, or something that others hang on. */
export function changesBetween(before: FarContent, now: FarContent): FarChanges | null {
  const [of, known] = found.get(before) ?? []
  if (of === now && known !== undefined) return known
  const changes = compare(before, now)
  found.set(before, [now, changes])
  return changes
}

function compare(before: FarContent, now: FarContent): FarChanges | null {
  if (before.line !== now.line || before.renewed !== now.renewed) return null
  const were = new Map(before.all.map((shape) => [shape.id, shape]))
  // Others' words leave the shapes as they are.
  const isSame = before.all === now.all
  const are = isSame ? were : new Map(now.all.map((shape) => [shape.id, shape]))
  const changed = new Set<TLShapeId>()
  for (const ids of isSame ? [] : [were, are])
    for (const id of ids.keys()) {
      const [was, is] = [were.get(id), are.get(id)]
      if (was === is) continue
      if ([was, is].some((shape) => shape !== undefined && !mayChangeAlone(shape, now.page))) return null
      changed.add(id)
    }
  for (const id of [...otherWords(before, now), ...otherWriters(before, now)]) changed.add(blockShapeId(id))
  if (before.editing !== now.editing) for (const id of [before.editing, now.editing]) if (id !== null) changed.add(id)
  for (const shape of now.all)
    if (isLinkShape(shape) && before.toneOf(shape) !== now.toneOf(shape)) changed.add(shape.id)
  const shapes = [...changed].flatMap((id) => pairOf(were.get(id), are.get(id)))
  if (shapes.length > MOST) return null
  const moved = shapes.flatMap(([was, is]) => (was === is ? [] : [was, is])).filter((shape) => shape !== null)
  return { shapes, moved: new Set(moved.filter(isBlockShape).flatMap(({ id }) => blockIdOf(id) ?? [])) }
}

/** Frames and groups carry others along; and only tldraw knows where what is in them was. */
const mayChangeAlone = (shape: TLShape, page: string): boolean =>
  isOurs(shape) ? shape.parentId === page : shape.type !== 'frame' && shape.type !== 'group'

function pairOf(was: TLShape | undefined, is: TLShape | undefined): FarChanges['shapes'] {
  const ours = (shape: TLShape | undefined): FarShape | null => (shape !== undefined && isOurs(shape) ? shape : null)
  const pair = [ours(was), ours(is)] as const
  return pair[0] === null && pair[1] === null ? [] : [pair]
}

function otherWords(before: FarContent, now: FarContent): readonly BlockId[] {
  if (before.blocks === now.blocks) return []
  return [...now.blocks].filter(([id, block]) => before.blocks.get(id) !== block).map(([id]) => id)
}

function otherWriters(before: FarContent, now: FarContent): readonly BlockId[] {
  const ids = new Set([...before.writers.keys(), ...now.writers.keys()])
  return [...ids].filter((id) => before.writers.get(id) !== now.writers.get(id))
}

/** The parts of a picture to draw anew, in page units, with what stands out of cards and links at this zoom. */
export function partsToRedraw(
  { shapes, moved }: FarChanges,
  now: FarContent,
  links: FarLinks,
  zoom: number,
): readonly Rect[] {
  const others = now.all.filter(isLinkShape).filter(({ props }) => moved.has(props.from) || moved.has(props.to))
  const all = [...shapes.flatMap(([was, is]) => [was, is]).filter((shape) => shape !== null), ...others]
  const before = all.map((shape) => (isLinkShape(shape) ? links.lastBoxOf(shape) : boxOfCard(shape)))
  links.refresh(now.all)
  const after = all.map((shape) => (isLinkShape(shape) ? links.boxOf(shape) : null))
  const around = OUTSIDE + BESIDE / zoom
  return [...before, ...after]
    .filter((box) => box !== null)
    .map(({ minX, minY, maxX, maxY }) => ({
      minX: minX - around,
      minY: minY - around,
      maxX: maxX + around,
      maxY: maxY + around,
    }))
}

const boxOfCard = ({ x, y, props: { w, h } }: BlockShape): Rect => ({ minX: x, minY: y, maxX: x + w, maxY: y + h })
