/**
 * The others on the canvas: where they point, and what they have picked. Drawn in page coordinates in tldraw's layer of
 * overlays, so that the camera moves it without React.
 */
import type { BlockId } from '@throughline/shared/schema'
import { memo, type CSSProperties } from 'react'
import { useEditor, useValue } from 'tldraw'
import { usePeers } from '../session/hooks.ts'
import { Lasers } from './laser/Lasers.tsx'
import { Pointers } from './pointers/Pointers.tsx'
import { blockShapeId } from './shape-ids.ts'

/** Screen pixels between a card and the line around it. */
const OUTSET = 5

export function Peers() {
  const peers = usePeers()
  return (
    <div className="canvas-peers" aria-hidden="true">
      {peers.flatMap(({ client, selected, color }) =>
        selected.map((id) => <PickedBlock key={`${client} ${id}`} id={id} color={color} />),
      )}
      <Lasers />
      <Pointers />
    </div>
  )
}

/** Remembered, since everybody's every movement lists the people anew. */
const PickedBlock = memo(function PickedBlock({ id, color }: { readonly id: BlockId; readonly color: number }) {
  const editor = useEditor()
  const bounds = useValue('bounds', () => editor.getShapePageBounds(blockShapeId(id)), [editor, id])
  const outset = useValue('outset', () => OUTSET / editor.getZoomLevel(), [editor])
  if (bounds === undefined) return null
  const { x, y, w, h } = bounds.clone().expandBy(outset)
  return (
    <div
      className="canvas-peer-box"
      style={
        {
          '--peer': `var(--person-${color + 1})`,
          transform: `translate(${x}px, ${y}px)`,
          width: `${w}px`,
          height: `${h}px`,
        } as CSSProperties
      }
    />
  )
})
