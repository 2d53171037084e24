/**
 * A link on the canvas: a shape of our own, without bindings. Its curve follows from the page bounds of its two blocks,
 * so that dragging a block changes that block's record alone.
 *
 * - **LK1** x, y, rotation, parent and index are pinned: no gesture of tldraw's moves a link off its blocks or above a
 *   card.
 * - **LK2** It draws under every card and is hit under every card.
 */
import type { BlockId } from '@throughline/shared/schema'
import { useId, useRef, type CSSProperties } from 'react'
import {
  CubicBezier2d,
  ShapeUtil,
  SVGContainer,
  useEditor,
  useQuickReactor,
  useValue,
  Vec,
  type Editor,
  type Geometry2d,
  type TLShapePartial,
  type VecLike,
} from 'tldraw'
import { RELATION_WORDS } from '../../text/words.ts'
import { linkIndex } from '../link-band.ts'
import { usePutAway } from '../lod/put-away.ts'
import { sessionOf } from '../session-of.ts'
import { blockShapeId, linkIdOf } from '../shape-ids.ts'
import { linkShapeProps, type LinkShape } from '../shape-types.ts'
import { isLinkOnLine, LINK_STEP } from '../trace/shown-trace.ts'
import { drawLink, type LinkDrawing } from './link-drawing.ts'
import { linkCurve, type Box, type Curve, type Point } from './link-geometry.ts'
import './link.css'

/** Enough for hits within 14 px of any curve on a map. */
const RESOLUTION = 12
/** On screen: half of the 14 px in which a link is hit (tldraw's own margin comes on top). */
const HIT_MARGIN = 7

/** Most calls are far away; only those near its box walk the curve. */
class LinkGeometry extends CubicBezier2d {
  override hitTestPoint(point: VecLike, margin = 0, hitInside = false): boolean {
    const reach = margin + HIT_MARGIN
    const { minX, minY, maxX, maxY } = this.bounds
    if (point.x < minX - reach || point.x > maxX + reach || point.y < minY - reach || point.y > maxY + reach)
      return false
    return super.hitTestPoint(point, margin, hitInside)
  }

  override hitTestLineSegment(a: VecLike, b: VecLike, distance = 0): boolean {
    const { minX, minY, maxX, maxY } = this.bounds
    if (Math.max(a.x, b.x) < minX - distance || Math.min(a.x, b.x) > maxX + distance) return false
    if (Math.max(a.y, b.y) < minY - distance || Math.min(a.y, b.y) > maxY + distance) return false
    return super.hitTestLineSegment(a, b, distance)
  }
}

function boxOf(editor: Editor, id: BlockId): Box | null {
  const bounds = editor.getShapePageBounds(blockShapeId(id))
  return bounds === undefined ? null : { x: bounds.x, y: bounds.y, w: bounds.w, h: bounds.h }
}

/** Null while one of its blocks is not on the canvas. */
export function curveOf(editor: Editor, { props: { from, to, relation } }: LinkShape): Curve | null {
  const [start, end] = [boxOf(editor, from), boxOf(editor, to)]
  return start === null || end === null ? null : linkCurve(relation, start, end)
}

const vec = ({ x, y }: Point): Vec => new Vec(x, y)

function pinned(shape: LinkShape, editor: Editor): LinkShape {
  const id = linkIdOf(shape.id)
  const index = id === null ? shape.index : linkIndex(id)
  const parentId = editor.getCurrentPageId()
  const { x, y, rotation } = shape
  if (x === 0 && y === 0 && rotation === 0 && shape.index === index && shape.parentId === parentId) return shape
  return { ...shape, x: 0, y: 0, rotation: 0, index, parentId }
}

export class LinkShapeUtil extends ShapeUtil<LinkShape> {
  static override type = 'link' as const
  static override props = linkShapeProps

  override getDefaultProps(): LinkShape['props'] {
    return { from: '' as BlockId, to: '' as BlockId, relation: 'relates' }
  }

  override getGeometry(shape: LinkShape): Geometry2d {
    const curve = curveOf(this.editor, shape)
    // A missing block leaves nothing to hit: a curve of no length, where nobody clicks.
    if (curve === null)
      return new LinkGeometry({ start: new Vec(), cp1: new Vec(), cp2: new Vec(), end: new Vec(), resolution: 1 })
    const { start, c1, c2, end } = curve
    return new LinkGeometry({ start: vec(start), cp1: vec(c1), cp2: vec(c2), end: vec(end), resolution: RESOLUTION })
  }

  override canEdit = () => false
  override canResize = () => false
  override canBind = () => false
  override canSnap = () => false
  override canCrop = () => false
  override canBeLaidOut = () => false
  override canTabTo = () => false
  override hideResizeHandles = () => true
  override hideRotateHandle = () => true
  override hideSelectionBoundsBg = () => true
  override hideSelectionBoundsFg = () => true

  override onBeforeCreate(next: LinkShape): LinkShape {
    return pinned(next, this.editor)
  }

  override onBeforeUpdate(_before: LinkShape, next: LinkShape): LinkShape {
    return pinned(next, this.editor)
  }

  /** A change, though none: with nothing returned tldraw takes the double click for one on the empty canvas. */
  override onDoubleClick(shape: LinkShape): TLShapePartial<LinkShape> {
    return { id: shape.id, type: 'link' }
  }

  override getAriaDescriptor(shape: LinkShape): string | undefined {
    const blocks = sessionOf(this.editor)?.getSnapshot().map.blocks
    const [from, to] = [blocks?.get(shape.props.from), blocks?.get(shape.props.to)]
    return from && to ? `“${from.statement}” ${RELATION_WORDS[shape.props.relation]} “${to.statement}”` : undefined
  }

  override component() {
    return null
  }

  /** Called by tldraw, though its types keep it to itself. */
  backgroundComponent(shape: LinkShape) {
    return <LinkLine shape={shape} />
  }

  override indicator(shape: LinkShape) {
    return <LinkEnds shape={shape} />
  }

  override toBackgroundSvg(shape: LinkShape) {
    const curve = curveOf(this.editor, shape)
    if (curve === null) return null
    return <PrintedLink drawing={drawLink(shape.props.relation, curve)} relation={shape.props.relation} />
  }
}

/** Renders once; from then on a reaction writes the paths, without React. */
function LinkLine({ shape }: { readonly shape: LinkShape }) {
  const editor = useEditor()
  const svg = useRef<SVGGElement>(null)
  const { relation } = shape.props
  usePutAway(shape.id, svg)
  const lit = useValue(
    'lit',
    () => editor.getHoveredShapeId() === shape.id || editor.getSelectedShapeIds().includes(shape.id),
    [editor, shape.id],
  )
  const linkId = linkIdOf(shape.id)
  const onLine = useValue('on the traced line', () => isLinkOnLine(editor, linkId), [editor, linkId])
  useQuickReactor(
    'draw link',
    () => {
      const record = editor.getShape<LinkShape>(shape.id)
      const curve = record === undefined ? null : curveOf(editor, record)
      if (svg.current === null || record === undefined) return
      svg.current.style.display = curve === null ? 'none' : ''
      if (curve !== null) writePaths(svg.current, drawLink(record.props.relation, curve))
    },
    [editor, shape.id, relation],
  )
  return (
    <SVGContainer>
      <g
        ref={svg}
        className="link"
        data-link={linkId ?? ''}
        data-relation={relation}
        data-lit={lit}
        data-on-line={onLine}
        style={{ '--step': LINK_STEP[relation] } as CSSProperties}
      >
        {/* What a trace draws is measured in lengths of itself; dots are shapes of their own. */}
        <path className="link-line" pathLength={relation === 'relates' ? undefined : 1} />
        {relation === 'serves' && <path className="link-inside" />}
        <path className="link-mark" />
        <text className="link-label">{RELATION_WORDS[relation]}</text>
      </g>
    </SVGContainer>
  )
}

function writePaths(group: SVGGElement, { line, mark, middle, hasRoom }: LinkDrawing): void {
  for (const part of group.children) {
    if (part.classList.contains('link-mark')) part.setAttribute('d', mark)
    else if (part.classList.contains('link-label')) {
      part.setAttribute('x', String(middle.x))
      part.setAttribute('y', String(middle.y))
      part.toggleAttribute('data-cramped', !hasRoom)
    } else part.setAttribute('d', line)
  }
}

/** What tells a selected link from one that is merely pointed at: a handle at each end. */
function LinkEnds({ shape }: { readonly shape: LinkShape }) {
  const editor = useEditor()
  const curve = useValue('curve', () => curveOf(editor, shape), [editor, shape])
  const side = useValue('side', () => 8 / editor.getZoomLevel(), [editor])
  if (curve === null) return null
  return [curve.start, curve.end].map(({ x, y }, at) => (
    <rect key={at} className="link-end" x={x - side / 2} y={y - side / 2} width={side} height={side} />
  ))
}

/** For files: colours as they are on screen now, since a file has no tokens. */
function PrintedLink({
  drawing,
  relation,
}: {
  readonly drawing: LinkDrawing
  readonly relation: LinkShape['props']['relation']
}) {
  const id = useId()
  const tokens = getComputedStyle(document.documentElement)
  const ink = tokens.getPropertyValue('--ink2').trim()
  const paper = tokens.getPropertyValue('--paper').trim()
  const width = { drives: 1.75, serves: 4.2, supports: 1.35, relates: 0 }[relation]
  return (
    <g key={id} fill="none" stroke={ink} strokeWidth={width}>
      <path d={drawing.line} fill={relation === 'relates' ? ink : undefined} />
      {relation === 'serves' && <path d={drawing.line} stroke={paper} strokeWidth={1.9} />}
      <path
        d={drawing.mark}
        fill={relation === 'serves' ? 'none' : ink}
        strokeWidth={relation === 'serves' ? 1.35 : 0}
      />
    </g>
  )
}
