/** Records of blocks and links as tldraw's store holds them; geometry and identity alone. */
import type { Block, Link, PlacedFrame } from '@throughline/shared/schema'
import type { IndexKey, TLPageId, TLParentId } from 'tldraw'
import { linkIndex } from './link-band.ts'
import { blockShapeId, linkShapeId } from './shape-ids.ts'
import type { BlockShape, LinkShape } from './shape-types.ts'

const PLAIN = { typeName: 'shape', rotation: 0, isLocked: false, opacity: 1, meta: {} } as const

export interface BlockPlace {
  readonly parentId: string
  readonly index: string
  /** What it is shown with: at least what its words need. */
  readonly h: number
}

export function blockRecord(block: Block, frame: PlacedFrame, { parentId, index, h }: BlockPlace): BlockShape {
  return {
    ...PLAIN,
    id: blockShapeId(block.id),
    type: 'block',
    x: frame.x,
    y: frame.y,
    parentId: parentId as TLParentId,
    index: index as IndexKey,
    props: { w: frame.w, h, kind: block.kind },
  }
}

export function linkRecord(link: Link, page: TLPageId): LinkShape {
  return {
    ...PLAIN,
    id: linkShapeId(link.id),
    type: 'link',
    x: 0,
    y: 0,
    parentId: page,
    index: linkIndex(link.id),
    props: { from: link.from, to: link.to, relation: link.relation },
  }
}
