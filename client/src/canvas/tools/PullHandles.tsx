/**
 * Small handles on the edges of the card that is pointed at or selected: a link is pulled out of them. For pointers
 * only; by keyboard one adds with P and A, and links in the outline.
 */
import type { BlockKind } from '@throughline/shared/schema'
import { useState } from 'react'
import { useEditor, useValue, type Editor, type TLShapeId } from 'tldraw'
import { PULL_LINK } from '../../text/cards.ts'
import { addFor } from '../../text/words.ts'
import { leftOfRule, middleBottom, middleTop, rightOfRule, type Box, type End } from '../shapes/link-geometry.ts'
import { blockIdOf } from '../shape-ids.ts'
import { isBlockShape } from '../shape-types.ts'
import type { PullInfo } from './link-tool.ts'
import type { Side } from './pull-state.ts'
import { handlesOf } from './sides.ts'
import './pull.css'

/** Below this zoom a card is too small to aim at its edges. */
const LEAST_ZOOM = 0.45

const END_AT: Record<Side, (box: Box) => End> = {
  left: leftOfRule,
  right: rightOfRule,
  top: middleTop,
  bottom: middleBottom,
}

interface Offered {
  readonly id: TLShapeId
  readonly kind: BlockKind
  readonly box: Box
}

/** The card whose handles show: the one that is selected alone, else the one that is pointed at. */
function offeredCard(editor: Editor, held: TLShapeId | null): Offered | null {
  if (editor.getIsReadonly() || editor.getZoomLevel() < LEAST_ZOOM || !editor.isIn('select.idle')) return null
  const blocks = editor.getSelectedShapes().filter(isBlockShape)
  const coarse = editor.getInstanceState().isCoarsePointer
  const pointedAt = coarse || blocks.length > 1 ? null : editor.getHoveredShapeId()
  const id = held ?? (pointedAt !== null && blockIdOf(pointedAt) !== null ? pointedAt : (blocks[0]?.id ?? null))
  const shape = id === null || blocks.length > 1 ? undefined : editor.getShape(id)
  const bounds = id === null ? undefined : editor.getShapePageBounds(id)
  if (shape === undefined || bounds === undefined || !isBlockShape(shape)) return null
  return { id: shape.id, kind: shape.props.kind, box: { x: bounds.x, y: bounds.y, w: bounds.w, h: bounds.h } }
}

export function PullHandles() {
  const editor = useEditor()
  // A handle reaches over the card's edge: while the pointer is on it, it stays.
  const [held, setHeld] = useState<TLShapeId | null>(null)
  const card = useValue('card with handles', () => offeredCard(editor, held), [editor, held])
  if (card === null) return null
  const pull = (side: Side): void => {
    const from = blockIdOf(card.id)
    if (from === null) return
    setHeld(null)
    editor.setCurrentTool('link.pulling', { from, side, byHandle: true } satisfies PullInfo)
  }
  return handlesOf(card.kind).map(({ side, makes }) => {
    const { x, y } = END_AT[side](card.box)
    return (
      <div
        key={side}
        className="pull"
        data-side={side}
        data-makes={makes}
        data-kind={card.kind}
        title={`${addFor(makes, card.kind)}. ${PULL_LINK}`}
        aria-hidden="true"
        style={{ transform: `translate(${x}px, ${y}px) scale(var(--tl-scale))` }}
        onPointerEnter={() => setHeld(card.id)}
        onPointerLeave={() => setHeld(null)}
        // Not stopped: the press goes on to the canvas, which captures the pointer for the tool.
        onPointerDown={(event) => event.button === 0 && pull(side)}
      />
    )
  })
}
