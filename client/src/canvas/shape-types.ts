/**
 * The two shapes that stand for the map: what their records hold, and tldraw's validators for it.
 *
 * A record holds geometry and identity alone. Words, status and who is writing come from the session, so that typing
 * never touches the store.
 */
import { BLOCK_KINDS, RELATIONS, type BlockId, type BlockKind, type Relation } from '@throughline/shared/schema'
import { T, type RecordProps, type TLBaseShape } from 'tldraw'

export interface BlockShapeProps {
  readonly w: number
  /** As high as it is shown: the height somebody gave it, or what its words need if that is more. */
  readonly h: number
  readonly kind: BlockKind
}
export type BlockShape = TLBaseShape<'block', BlockShapeProps>

export interface LinkShapeProps {
  readonly from: BlockId
  readonly to: BlockId
  readonly relation: Relation
}
export type LinkShape = TLBaseShape<'link', LinkShapeProps>

const anyBlockId = T.string as unknown as T.Validator<BlockId>

export const blockShapeProps: RecordProps<BlockShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  kind: T.literalEnum(...BLOCK_KINDS),
}

export const linkShapeProps: RecordProps<LinkShape> = {
  from: anyBlockId,
  to: anyBlockId,
  relation: T.literalEnum(...RELATIONS),
}

export const isBlockShape = (shape: { readonly type: string }): shape is BlockShape => shape.type === 'block'
export const isLinkShape = (shape: { readonly type: string }): shape is LinkShape => shape.type === 'link'
