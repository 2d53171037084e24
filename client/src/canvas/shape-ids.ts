/**
 * Names of things in the map and of their shapes on the canvas, both ways. A shape's id says what it stands for, so
 * that no table between the two can go stale.
 */
import { BLOCK_SHAPE, LINK_SHAPE } from '@throughline/shared/doc'
import { isId, type BlockId, type LinkId } from '@throughline/shared/schema'
import type { TLShapeId } from 'tldraw'

export const blockShapeId = (id: BlockId): TLShapeId => `${BLOCK_SHAPE}${id}` as TLShapeId
export const linkShapeId = (id: LinkId): TLShapeId => `${LINK_SHAPE}${id}` as TLShapeId

/** Null for a shape that stands for no block. */
export function blockIdOf(shape: string): BlockId | null {
  const id = shape.startsWith(BLOCK_SHAPE) ? shape.slice(BLOCK_SHAPE.length) : ''
  return isId(id) ? (id as BlockId) : null
}

/** Null for a shape that stands for no link. */
export function linkIdOf(shape: string): LinkId | null {
  const id = shape.startsWith(LINK_SHAPE) ? shape.slice(LINK_SHAPE.length) : ''
  return isId(id) ? (id as LinkId) : null
}
