/**
 * Outlines of what is selected and pointed at, and of nothing else: tldraw's own keeps a hidden one for every shape,
 * which is a quarter of the memory of a large map. The handles that links are pulled from lie in the same layer.
 */
import { useMemo } from 'react'
import { computed, useEditor, useEditorComponents, useValue, type Editor, type TLShapeId } from 'tldraw'
import { linkIdOf } from '../shape-ids.ts'
import { shownTrace } from '../trace/shown-trace.ts'
import { TraceGaps } from '../trace/TraceGaps.tsx'
import { OpenPlace } from '../tools/OpenPlace.tsx'
import { PullHandles } from '../tools/PullHandles.tsx'
import { PullPreview } from '../tools/PullPreview.tsx'
import './indicators.css'

interface Outlined {
  readonly selected: readonly TLShapeId[]
  readonly pointedAt: TLShapeId | null
}

function outlined(editor: Editor): Outlined {
  const resting = editor.isInAny('select.idle', 'select.editing_shape')
  const busy = editor.isInAny(
    'select.brushing',
    'select.scribble_brushing',
    'select.pointing_shape',
    'select.pointing_selection',
    'select.pointing_handle',
    'select.translating',
    'select.resizing',
    'select.pointing_resize_handle',
  )
  const { isChangingStyle, isHoveringCanvas, isCoarsePointer } = editor.getInstanceState()
  if (isChangingStyle || !(resting || busy)) return { selected: [], pointedAt: null }
  const selected = editor.getSelectedShapeIds().filter((id) => !editor.getCulledShapes().has(id))
  const hovered = resting && isHoveringCanvas === true && !isCoarsePointer ? editor.getHoveredShapeId() : null
  return { selected, pointedAt: hovered !== null && !selected.includes(hovered) ? hovered : null }
}

const same = (a: Outlined, b: Outlined): boolean =>
  a.pointedAt === b.pointedAt &&
  a.selected.length === b.selected.length &&
  a.selected.every((id, at) => id === b.selected[at])

export function MapIndicators() {
  const editor = useEditor()
  const { ShapeIndicator } = useEditorComponents()
  const { selected, pointedAt } = useValue(
    useMemo(() => computed('outlined', () => outlined(editor), { isEqual: same }), [editor]),
  )
  const isTracing = useValue('tracing', () => shownTrace(editor).get() !== null, [editor])
  return (
    <>
      {ShapeIndicator && selected.map((id) => <ShapeIndicator key={id} shapeId={id} className="is-selected" />)}
      {ShapeIndicator && pointedAt !== null && linkIdOf(pointedAt) === null && (
        <ShapeIndicator key="pointed at" shapeId={pointedAt} className="is-pointed-at" />
      )}
      {isTracing ? <TraceGaps /> : <OpenPlace />}
      <PullHandles />
      <PullPreview />
    </>
  )
}
