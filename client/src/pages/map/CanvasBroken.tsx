/** In place of a canvas that cannot run here. The outline opens beside it: everything on the map can be done there. */
import { useEffect } from 'react'
import { useSession } from '../../session/hooks.ts'
import { CANVAS_AGAIN, CANVAS_BROKE, CANVAS_OUTLINE } from '../../text/canvas.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './CanvasArea.module.css'

export function CanvasBroken() {
  const session = useSession()
  useEffect(() => session.loseCanvas(), [session])
  return (
    <div className={styles['broken']} role="alert">
      <p>
        {CANVAS_BROKE} {CANVAS_OUTLINE}
      </p>
      <Button onClick={() => window.location.reload()}>{CANVAS_AGAIN}</Button>
    </div>
  )
}
