/** The link or card in the making, under the pointer: nothing of it is in the map before it is let go. */
import { DEFAULT_SIZES, isBackwards, relationOf, type BlockKind, type Relation } from '@throughline/shared/schema'
import { useEditor, useValue, type Editor } from 'tldraw'
import { blockShapeId } from '../shape-ids.ts'
import { cardOutline, headerRulePath } from '../shapes/card-form.ts'
import { drawLink } from '../shapes/link-drawing.ts'
import { linkCurve, type Box, type Curve } from '../shapes/link-geometry.ts'
import { centredAt } from './free-place.ts'
import { kindOf } from './make-block.ts'
import { pullOf, type Pull } from './pull-state.ts'
import { madeFrom } from './sides.ts'
import './pull.css'

interface LinkInTheMaking {
  readonly relation: Relation
  readonly curve: Curve
  /** The card that it would make or meet. */
  readonly target: { readonly kind: BlockKind; readonly box: Box; readonly isNew: boolean }
}

function boxOf(editor: Editor, id: Parameters<typeof blockShapeId>[0]): Box | null {
  const bounds = editor.getShapePageBounds(blockShapeId(id))
  return bounds === undefined ? null : { x: bounds.x, y: bounds.y, w: bounds.w, h: bounds.h }
}

/** As it will be once made: turned to run the way the argument goes. */
function linkInTheMaking(editor: Editor, pull: Pull & { readonly is: 'link' }): LinkInTheMaking | null {
  const [kind, box] = [kindOf(editor, pull.from), boxOf(editor, pull.from)]
  if (kind === null || box === null) return null
  const overKind = pull.over === null ? null : kindOf(editor, pull.over)
  const overBox = pull.over === null ? null : boxOf(editor, pull.over)
  const targetKind = overKind ?? madeFrom(kind, pull.side)
  const target = {
    kind: targetKind,
    box: overBox ?? centredAt(pull.point, DEFAULT_SIZES[targetKind]),
    isNew: overBox === null,
  }
  const turned = isBackwards(kind, targetKind)
  const relation = turned ? relationOf(targetKind, kind) : relationOf(kind, targetKind)
  return {
    relation,
    curve: turned ? linkCurve(relation, target.box, box) : linkCurve(relation, box, target.box),
    target,
  }
}

function NewCard({ kind, box }: { readonly kind: BlockKind; readonly box: Box }) {
  return (
    <g className="pull-card" data-kind={kind} transform={`translate(${box.x} ${box.y})`}>
      <path d={cardOutline(kind, box.w, box.h)} />
      <path d={headerRulePath(box.w)} />
    </g>
  )
}

function NewLink({ relation, curve, target }: LinkInTheMaking) {
  const { line, mark } = drawLink(relation, curve)
  return (
    <>
      {target.isNew ? (
        <NewCard kind={target.kind} box={target.box} />
      ) : (
        <g transform={`translate(${target.box.x} ${target.box.y})`}>
          <path className="pull-target" d={cardOutline(target.kind, target.box.w, target.box.h, 5)} />
        </g>
      )}
      <g className="link" data-relation={relation} data-lit="true">
        <path className="link-line" d={line} />
        {relation === 'serves' && <path className="link-inside" d={line} />}
        <path className="link-mark" d={mark} />
      </g>
    </>
  )
}

export function PullPreview() {
  const editor = useEditor()
  const pull = useValue('pull', () => pullOf(editor).get(), [editor])
  const link = useValue('link in the making', () => (pull.is === 'link' ? linkInTheMaking(editor, pull) : null), [
    editor,
    pull,
  ])
  if (pull.is === 'nothing') return null
  return (
    <svg className="tl-overlays__item pull-preview" aria-hidden="true">
      {pull.is === 'card' && <NewCard kind={pull.kind} box={pull.box} />}
      {link !== null && <NewLink {...link} />}
    </svg>
  )
}
