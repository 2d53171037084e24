/** The others' lasers: trails in the colour of each, which fade as one's own does. Renders only while there is one. */
import { useEffect, useState } from 'react'
import { TldrawScribble, useEditor, useValue, type TLScribble } from 'tldraw'
import { useSession } from '../../session/hooks.ts'
import { withNews, withoutOld, type Trail } from './trails.ts'

/** Screen pixels, as tldraw has one's own. */
const SIZE = 4

export function Lasers() {
  const trails = useTrails()
  const editor = useEditor()
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor])
  return trails.map((trail) => (
    <TldrawScribble
      key={`${trail.client} ${trail.stroke}`}
      scribble={scribbleOf(trail)}
      zoom={zoom}
      color={`var(--person-${trail.color + 1})`}
      opacity={0.8}
      className="canvas-peer-laser"
    />
  ))
}

function scribbleOf({ client, stroke, points }: Trail): TLScribble {
  return {
    id: `${client} ${stroke}`,
    points: points.map(({ x, y }) => ({ x, y, z: 0.5 })),
    size: SIZE,
    color: 'laser',
    opacity: 1,
    state: 'active',
    delay: 0,
    shrink: 0,
    taper: true,
  }
}

function useTrails(): readonly Trail[] {
  const session = useSession()
  const [shown, setShown] = useState<readonly Trail[]>([])
  useEffect(() => {
    let trails: readonly Trail[] = []
    let { peers } = session.getSnapshot()
    let frame: number | null = null
    const draw = (): void => {
      frame = null
      trails = withoutOld(trails, peers, performance.now())
      const seen = trails.filter(({ points }) => points.length > 0)
      setShown(seen)
      if (seen.length > 0) frame = requestAnimationFrame(draw)
    }
    const stop = session.subscribe(() => {
      const now = session.getSnapshot().peers
      if (now === peers) return
      peers = now
      if (trails.length === 0 && peers.every(({ laser }) => laser === null)) return
      trails = withNews(trails, peers, performance.now())
      frame ??= requestAnimationFrame(draw)
    })
    return () => {
      stop()
      if (frame !== null) cancelAnimationFrame(frame)
    }
  }, [session])
  return shown
}
