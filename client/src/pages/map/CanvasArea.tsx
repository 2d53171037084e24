/** Where the canvas goes. It brings the largest part of the client's code, so it comes last and only when it is seen. */
import { memo, useEffect, useState } from 'react'
import { serverConfig } from '../../api/session.ts'
import { ErrorBoundary } from '../../ErrorBoundary.tsx'
import { late } from '../../late.tsx'
import { useMapSnapshot } from '../../session/hooks.ts'
import { CanvasBroken } from './CanvasBroken.tsx'
import styles from './CanvasArea.module.css'

const Canvas = late(() => import('../../canvas/Canvas.tsx').then((module) => module.Canvas), Opening)

/** Opening a panel or a menu renders nothing of tldraw. */
export const CanvasArea = memo(function CanvasArea({ shown }: { readonly shown: boolean }) {
  const loaded = useMapSnapshot((snapshot) => snapshot.loaded)
  // Once it has been seen it stays mounted: going to the outline and back keeps the place.
  const [wanted, setWanted] = useState(shown)
  useEffect(() => {
    if (shown) setWanted(true)
  }, [shown])
  useEffect(() => {
    if (!wanted) return
    // Its code comes while the map does, and so does what else it waits for. Should one fail, the canvas says so.
    Canvas.load().catch(() => {})
    serverConfig().catch(() => {})
  }, [wanted])
  return (
    <div className={styles['area']} data-testid="canvas" data-loaded={loaded}>
      {wanted && loaded ? (
        <ErrorBoundary fallback={<CanvasBroken />}>
          <Canvas />
        </ErrorBoundary>
      ) : (
        <Opening />
      )}
    </div>
  )
})

function Opening() {
  return (
    <p className={styles['opening']} role="status">
      Opening the map…
    </p>
  )
}
