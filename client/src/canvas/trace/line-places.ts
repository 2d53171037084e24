/** Where a traced line lies on the canvas and where it breaks there, and bringing all of it into view. */
import type { BlockId } from '@throughline/shared/schema'
import { Box, type Editor } from 'tldraw'
import { prefersStill } from '../prefers-still.ts'
import { blockIdOf, blockShapeId } from '../shape-ids.ts'
import { isBlockShape } from '../shape-types.ts'
import { kindOf } from '../tools/make-block.ts'
import { placeGaps, type Gap } from './gaps.ts'
import { shownTrace } from './shown-trace.ts'

const CAMERA_MS = 420
/** Screen pixels kept free below a line: the legend, which says what it is, lies there. */
const LEGEND = 64
const AROUND = 40

function cards(editor: Editor): ReadonlyMap<BlockId, Box> {
  return new Map(
    editor.getCurrentPageShapes().flatMap((shape) => {
      const id = isBlockShape(shape) ? blockIdOf(shape.id) : null
      const bounds = id === null ? undefined : editor.getShapePageBounds(shape.id)
      return id === null || bounds === undefined ? [] : [[id, bounds] as const]
    }),
  )
}

/** Where the traced line breaks; nothing while somebody has something in hand. */
export function gapsOf(editor: Editor): readonly Gap[] {
  const trace = shownTrace(editor).get()
  const isResting = editor.isInAny('select.idle', 'select.editing_shape', 'hand.idle', 'hand.pointing', 'hand.dragging')
  if (trace === null || !isResting || trace.breaks.length === 0) return []
  return placeGaps(trace.breaks, cards(editor), (id) => kindOf(editor, id))
}

/** A line that is lit where nobody looks is no line: unless it is in view, it comes there whole, its gaps included. */
export function bringLineIntoView(editor: Editor): void {
  const gaps = gapsOf(editor).map(({ box }) => new Box(box.x, box.y, box.w, box.h))
  const ids = [...(shownTrace(editor).get()?.blocks ?? [])]
  const lit = ids.flatMap((id) => editor.getShapePageBounds(blockShapeId(id)) ?? [])
  if (lit.length === 0) return
  const line = Box.Common([...lit, ...gaps])
  const zoom = editor.getZoomLevel()
  const room = editor.getViewportPageBounds().clone()
  room.h -= LEGEND / zoom
  if (room.contains(line)) return
  const animation = prefersStill() ? {} : { animation: { duration: CAMERA_MS } }
  editor.zoomToBounds(new Box(line.x, line.y, line.w, line.h + LEGEND / zoom), {
    inset: AROUND,
    targetZoom: zoom,
    ...animation,
  })
}
