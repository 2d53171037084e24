/**
 * An empty place is a sentence where the words will be: the faint outline of the card that the argument asks for next.
 * A press on it, or Enter, makes the card, linked, with the caret in it.
 */
import { DEFAULT_SIZES } from '@throughline/shared/schema'
import { useEditor, useValue, type Editor } from 'tldraw'
import { useMap, useMapSnapshot, useView } from '../../session/hooks.ts'
import { KIND_WORDS } from '../../text/words.ts'
import type { Box } from '../shapes/link-geometry.ts'
import { blockShapeId } from '../shape-ids.ts'
import { nextTo } from '../../session/next-place.ts'
import { cardBoxes, makeBlock, makeNext } from './make-block.ts'
import { openPlaceOn, type OpenPlace as Place } from './open-place.ts'
import { PlaceOutline } from './PlaceOutline.tsx'
import { keyThatAdds } from './sides.ts'

/** Below this zoom nobody could read it. */
const LEAST_ZOOM = 0.4

function boxOf(editor: Editor, { kind, beside }: Place): Box | null {
  const size = DEFAULT_SIZES[kind]
  if (beside === null) {
    const { h } = editor.getViewportPageBounds()
    const { y } = editor.getViewportPageBounds()
    return { x: 0, y: y + (h - size.h) / 2, ...size }
  }
  const bounds = editor.getShapePageBounds(blockShapeId(beside.block))
  if (bounds === undefined) return null
  return nextTo({ x: bounds.x, y: bounds.y, w: bounds.w, h: bounds.h }, beside.side, size, cardBoxes(editor))
}

export function OpenPlace() {
  const editor = useEditor()
  const map = useMap()
  const selected = useView((view) => view.selected)
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const loaded = useMapSnapshot((snapshot) => snapshot.loaded)
  const place = canWrite && loaded ? openPlaceOn(map, selected) : null
  const box = useValue(
    'open place',
    () => {
      const resting = editor.isInAny('select.idle', 'select.editing_shape') && editor.getZoomLevel() >= LEAST_ZOOM
      return place === null || !resting ? null : boxOf(editor, place)
    },
    [editor, place?.kind, place?.beside?.block, map],
  )
  if (place === null || box === null) return null
  const make = () => {
    if (place.beside === null) makeBlock(editor, place.kind, box)
    else makeNext(editor, place.beside.block, place.beside.side, place.kind)
  }
  return (
    <PlaceOutline
      kind={place.kind}
      box={box}
      says={KIND_WORDS[place.kind]}
      shortcut={place.kind === 'proof' ? keyThatAdds('proof') : null}
      onMake={make}
    />
  )
}
