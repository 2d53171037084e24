/**
 * Free drawing as the document holds it, and as tldraw does: plain JSON with known fields only. An arrow carries its
 * bindings, so that a tie never arrives without its arrow; a picture carries where its bytes are.
 */
import { drawingProblem, isDrawnType } from '@throughline/shared/doc'
import { isIndexKey, LIMITS, type MapId } from '@throughline/shared/schema'
import { createBindingId, type IndexKey, type TLBinding, type TLImageAsset, type TLShape, type TLShapeId } from 'tldraw'
import { assetOf, isPictureOf, readPicture, readPictureFields, type Picture } from './pictures/picture.ts'
import { isBlockShape, isLinkShape } from './shape-types.ts'

export const isDrawing = (shape: { readonly type: string }): boolean => isDrawnType(shape.type)

/** Neither map nor drawing: a film, an embedded page. */
export const isForeign = (shape: TLShape): boolean => !isDrawing(shape) && !isBlockShape(shape) && !isLinkShape(shape)

export interface Tie {
  readonly toId: string
  readonly props: Readonly<Record<string, unknown>>
}

export interface DrawingRecord {
  readonly type: string
  readonly x: number
  readonly y: number
  readonly rotation: number
  readonly index: string
  /** `''` for the page, as in `frames`. */
  readonly parentId: string
  readonly isLocked: boolean
  readonly opacity: number
  readonly props: Readonly<Record<string, unknown>>
  /** An arrow's bindings; absent on everything else. */
  readonly ties?: readonly Tie[]
  /** On pictures; absent on everything else. */
  readonly picture?: Picture
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function number(value: unknown, otherwise: number, limit: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(Math.max(value, -limit), limit) : otherwise
}

function readTies(value: unknown): readonly Tie[] {
  if (!Array.isArray(value)) return []
  return value
    .filter((tie): tie is Tie => isObject(tie) && typeof tie['toId'] === 'string' && isObject(tie['props']))
    .slice(0, 2)
    .map(({ toId, props }) => ({ toId, props }))
}

/**
 * Null for what is no drawing, and for a picture that is not of this map. Its props are tldraw's to check, when the record
 * is put into the store; a picture's, which may name addresses, are read here.
 */
export function readDrawing(value: unknown, map: MapId): DrawingRecord | null {
  if (!isObject(value) || drawingProblem(value, isPictureOf(map)) !== null) return null
  const { type, index, parentId, props } = value as { type: string } & Record<string, unknown>
  const picture = type === 'image' ? readPicture(map, value['picture']) : null
  return {
    type,
    x: number(value['x'], 0, LIMITS.coordinate),
    y: number(value['y'], 0, LIMITS.coordinate),
    rotation: number(value['rotation'], 0, 1_000),
    index: typeof index === 'string' && isIndexKey(index) ? index : 'a1',
    parentId: typeof parentId === 'string' ? parentId : '',
    isLocked: value['isLocked'] === true,
    opacity: Math.max(0.1, number(value['opacity'], 1, 1)),
    props:
      picture === null
        ? (props as Record<string, unknown>)
        : readPictureFields(props as Record<string, unknown>, picture),
    ...(type === 'arrow' ? { ties: readTies(value['ties']) } : {}),
    ...(picture === null ? {} : { picture }),
  }
}

export function writeDrawing(
  shape: TLShape,
  bindings: readonly TLBinding[],
  picture: Picture | null = null,
): DrawingRecord {
  const { type, x, y, rotation, index, parentId, isLocked, opacity, props } = shape
  const record = { type, x, y, rotation, index, parentId: parentId.startsWith('shape:') ? parentId : '' }
  const ties = bindings.map((binding) => ({ toId: binding.toId, props: binding.props as Record<string, unknown> }))
  // A plain copy: the document may not share objects with tldraw's frozen store.
  return structuredClone({
    ...record,
    isLocked,
    opacity,
    props: props as Record<string, unknown>,
    ...(type === 'arrow' ? { ties } : {}),
    ...(picture === null ? {} : { picture }),
  })
}

/** Untrusted until `store.put` has validated it. */
export function shapeOf(id: string, record: DrawingRecord, parentId: string, index: string): TLShape {
  const { type, x, y, rotation, isLocked, opacity, props } = record
  return {
    id: id as TLShapeId,
    typeName: 'shape',
    type,
    x,
    y,
    rotation,
    index: index as IndexKey,
    parentId: parentId as TLShape['parentId'],
    isLocked,
    opacity,
    props,
    meta: {},
  } as TLShape
}

/** What tldraw draws a picture from; the same for everyone. */
export function assetsOf({ picture }: DrawingRecord): readonly TLImageAsset[] {
  return picture === undefined ? [] : [assetOf(picture)]
}

/** A binding's id follows from its arrow and its end, the same for everyone. */
export function bindingsOf(id: string, { ties = [] }: DrawingRecord): readonly TLBinding[] {
  return ties.map(
    ({ toId, props }) =>
      ({
        id: createBindingId(`${id.slice('shape:'.length)}-${String(props['terminal'])}`),
        typeName: 'binding',
        type: 'arrow',
        fromId: id,
        toId,
        props,
        meta: {},
      }) as TLBinding,
  )
}

/**
 * What a gesture makes of a record that may have changed meanwhile: only what the gesture changed, key by key, so that
 * one person's move and another's colour are both kept.
 */
export function mergeDrawing(theirs: DrawingRecord, base: DrawingRecord, mine: DrawingRecord): DrawingRecord {
  return { ...mergeKeys(theirs, base, mine), props: mergeKeys(theirs.props, base.props, mine.props) }
}

function mergeKeys<T extends object>(theirs: T, base: T, mine: T): T {
  const merged: T = { ...theirs }
  for (const key of Object.keys(mine) as (keyof T)[])
    if (JSON.stringify(mine[key]) !== JSON.stringify(base[key])) merged[key] = mine[key]
  return merged
}
