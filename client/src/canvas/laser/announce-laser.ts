/** Tells the others what I point at with the laser, while I do. tldraw draws my own. */
import { react, type Editor } from 'tldraw'
import type { MapSession } from '../../session/map-session.ts'
import { LASER_POINTS } from '../../session/presence.ts'
import { LASTS_MS } from './trails.ts'

/** Call what it returns to end it. */
export function announceLaser(editor: Editor, session: MapSession): () => void {
  const container = editor.getContainer()
  let stroke = 0
  let count = 0
  let points: (readonly [number, number])[] = []
  let forgetting: ReturnType<typeof setTimeout> | null = null
  const add = (x: number, y: number): void => {
    points.push([Math.round(x), Math.round(y)])
    count += 1
    if (points.length > LASER_POINTS) points = points.slice(-LASER_POINTS)
    session.announce({ laser: { stroke, from: count - points.length, points: [...points] } })
  }
  const onMove = ({ clientX, clientY }: PointerEvent): void => {
    if (!editor.isIn('laser.lasering')) return
    const { x, y } = editor.screenToPage({ x: clientX, y: clientY })
    add(x, y)
  }
  let isPointing = false
  const stop = react('laser', () => {
    const pointsNow = editor.isIn('laser.lasering')
    if (pointsNow === isPointing) return
    isPointing = pointsNow
    if (forgetting !== null) clearTimeout(forgetting)
    forgetting = null
    if (pointsNow) {
      stroke += 1
      count = 0
      points = []
      const { x, y } = editor.inputs.currentPagePoint
      add(x, y)
    } else {
      // By then whoever is told least often has been told of its end.
      forgetting = setTimeout(() => session.announce({ laser: null }), LASTS_MS)
    }
  })
  container.addEventListener('pointermove', onMove, { capture: true, passive: true })
  return () => {
    stop()
    if (forgetting !== null) clearTimeout(forgetting)
    container.removeEventListener('pointermove', onMove, { capture: true })
    if (stroke > 0) session.announce({ laser: null })
  }
}
