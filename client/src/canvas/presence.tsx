/**
 * The others on the canvas: where they point, and what they have picked. Drawn in page coordinates in tldraw's layer of
 * overlays, so that the camera moves it without React.
 */
import type { BlockId } from '@throughline/shared/schema'
import { useEffect, useState, type CSSProperties } from 'react'
import { useEditor, useValue } from 'tldraw'
import { usePeers } from '../session/hooks.ts'
import type { Peer } from '../session/presence.ts'
import { blockShapeId } from './shape-ids.ts'

const NAME_STAYS_MS = 2_000
/** Screen pixels between a card and the line around it. */
const OUTSET = 5

const personColor = ({ color }: Peer) => ({ '--peer': `var(--person-${color + 1})` }) as CSSProperties

export function Peers() {
  const peers = usePeers()
  return (
    <div className="canvas-peers" aria-hidden="true">
      {peers.map((peer) => (
        <div key={peer.client} style={personColor(peer)}>
          {peer.selected.map((id) => (
            <PickedBlock key={id} id={id} />
          ))}
          {peer.pointer !== null && <Pointer name={peer.name} {...peer.pointer} />}
        </div>
      ))}
    </div>
  )
}

function PickedBlock({ id }: { readonly id: BlockId }) {
  const editor = useEditor()
  const bounds = useValue('bounds', () => editor.getShapePageBounds(blockShapeId(id)), [editor, id])
  const outset = useValue('outset', () => OUTSET / editor.getZoomLevel(), [editor])
  if (bounds === undefined) return null
  const { x, y, w, h } = bounds.clone().expandBy(outset)
  return (
    <div
      className="canvas-peer-box"
      style={{ transform: `translate(${x}px, ${y}px)`, width: `${w}px`, height: `${h}px` }}
    />
  )
}

function Pointer({ name, x, y }: { readonly name: string; readonly x: number; readonly y: number }) {
  return (
    <div className="canvas-peer-pointer" style={{ transform: `translate(${x}px, ${y}px)` }}>
      <div>
        <svg viewBox="0 0 18 22">
          <path d="M0 0V17L4.6 12.9 7.6 19.6 10.6 18.3 7.6 11.8H13.6Z" />
        </svg>
        {/* A new place is a new name tag: its two seconds begin again. */}
        <NameTag key={`${Math.round(x)} ${Math.round(y)}`} name={name} />
      </div>
    </div>
  )
}

function NameTag({ name }: { readonly name: string }) {
  const [shown, setShown] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setShown(false), NAME_STAYS_MS)
    return () => clearTimeout(timer)
  }, [])
  return shown ? <div className="canvas-peer-name">{name}</div> : null
}
