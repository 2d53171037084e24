/**
 * A block on the canvas. Its record holds place, size and kind; everything that is read on it comes from the session
 * (see `Card.tsx`), so that typing never touches the store.
 */
import { LIMITS, MIN_SIZE, type Block } from '@throughline/shared/schema'
import { useContext, useRef } from 'react'
import {
  BaseBoxShapeUtil,
  Polygon2d,
  Rectangle2d,
  resizeBox,
  useEditor,
  useValue,
  Vec,
  type Editor,
  type Geometry2d,
  type TLResizeInfo,
} from 'tldraw'
import { SessionContext, useBlock } from '../../session/hooks.ts'
import { cullByTable } from '../culling.ts'
import { renderMade } from '../lod/elements.ts'
import { usePutAway } from '../lod/put-away.ts'
import { sessionOf } from '../session-of.ts'
import { isOnLine } from '../trace/shown-trace.ts'
import { blockIdOf } from '../shape-ids.ts'
import { blockShapeProps, type BlockShape } from '../shape-types.ts'
import { cardName } from './card-facts.ts'
import { cardOutline, FOLD } from './card-form.ts'
import { Card } from './Card.tsx'
import { measureCard } from './measure-card.ts'
import { rememberClick, writeAtScaleOne } from './writing-in.ts'

/** How far outside its edge a selected card is outlined, on screen. */
const OUTSET = 5

export class BlockShapeUtil extends BaseBoxShapeUtil<BlockShape> {
  static override type = 'block' as const
  static override props = blockShapeProps

  constructor(editor: Editor) {
    super(editor)
    // Here, since the utils are made with the editor, before anything is rendered.
    cullByTable(editor)
    renderMade(editor)
  }

  override getDefaultProps(): BlockShape['props'] {
    return { w: 280, h: 160, kind: 'value' }
  }

  override getGeometry({ props: { w, h, kind } }: BlockShape): Geometry2d {
    if (kind !== 'proof') return new Rectangle2d({ width: w, height: h, isFilled: true })
    const points = [new Vec(0, 0), new Vec(w - FOLD, 0), new Vec(w, FOLD), new Vec(w, h), new Vec(0, h)]
    return new Polygon2d({ points, isFilled: true })
  }

  override canEdit = () => true
  override canScroll = () => false
  override hideRotateHandle = () => true
  override hideSelectionBoundsFg = () => true
  /** Called by tldraw, though its types keep it to itself. */
  expandSelectionOutlinePx = () => OUTSET

  override getText(shape: BlockShape): string | undefined {
    return this.#block(shape)?.statement
  }

  override getAriaDescriptor(shape: BlockShape): string | undefined {
    const block = this.#block(shape)
    return block === undefined ? undefined : cardName(block)
  }

  override component(shape: BlockShape) {
    return <BlockCard shape={shape} />
  }

  override indicator(shape: BlockShape) {
    return <CardIndicator shape={shape} />
  }

  override onDoubleClick(shape: BlockShape): void {
    rememberClick(this.editor, shape.id)
  }

  override onEditStart(shape: BlockShape): void {
    writeAtScaleOne(this.editor, shape)
  }

  /** Never smaller than its words, nor than a card can be. */
  override onResize(shape: BlockShape, info: TLResizeInfo<BlockShape>) {
    const sized = resizeBox(shape, info, {
      minWidth: MIN_SIZE.w,
      maxWidth: LIMITS.cardSide,
      minHeight: this.#heightAt(shape, Math.max(MIN_SIZE.w, Math.abs(shape.props.w * info.scaleX))),
      maxHeight: LIMITS.cardSide,
    })
    const h = Math.max(sized.props.h, this.#heightAt(shape, sized.props.w))
    return { ...sized, rotation: 0, props: { ...sized.props, h } }
  }

  /** Blocks do not rotate. */
  override onBeforeUpdate(_before: BlockShape, next: BlockShape): BlockShape | void {
    if (next.rotation !== 0) return { ...next, rotation: 0 }
  }

  #block(shape: BlockShape): Block | undefined {
    const id = blockIdOf(shape.id)
    return id === null ? undefined : sessionOf(this.editor)?.getSnapshot().map.blocks.get(id)
  }

  #heightAt(shape: BlockShape, w: number): number {
    const block = this.#block(shape)
    return block === undefined ? MIN_SIZE.h : measureCard(block, w)
  }
}

function BlockCard({ shape }: { readonly shape: BlockShape }) {
  const editor = useEditor()
  // An export is drawn in a tree of its own, outside the page's session.
  const session = useContext(SessionContext) ?? sessionOf(editor)
  return session === undefined ? null : (
    <SessionContext.Provider value={session}>
      <CardOf shape={shape} />
    </SessionContext.Provider>
  )
}

function CardOf({ shape }: { readonly shape: BlockShape }) {
  const editor = useEditor()
  const id = blockIdOf(shape.id)
  const block = useBlock(id ?? ('' as Block['id']))
  const editing = useValue('editing', () => editor.getEditingShapeId() === shape.id, [editor, shape.id])
  const onLine = useValue('on the traced line', () => id !== null && isOnLine(editor, id), [editor, id])
  const root = useRef<HTMLDivElement>(null)
  usePutAway(shape.id, root)
  if (block === undefined) return null
  return <Card root={root} block={block} w={shape.props.w} h={shape.props.h} editing={editing} onLine={onLine} />
}

/** Its form once more, five pixels out. The indicator layer decides the line. */
function CardIndicator({ shape }: { readonly shape: BlockShape }) {
  const editor = useEditor()
  const outset = useValue('outset', () => OUTSET / Math.min(1, editor.getZoomLevel()), [editor])
  const { kind, w, h } = shape.props
  return <path d={cardOutline(kind, w, h, outset)} />
}
