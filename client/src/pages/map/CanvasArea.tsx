/** Where the canvas goes. It brings the largest part of the client's code, so it comes last and only when it is seen. */
import { lazy, Suspense, useEffect, useState } from 'react'
import { ErrorBoundary } from '../../ErrorBoundary.tsx'
import { useMapSnapshot } from '../../session/hooks.ts'
import styles from './CanvasArea.module.css'

const load = () => import('../../canvas/Canvas.tsx')
const Canvas = lazy(() => load().then((module) => ({ default: module.Canvas })))

export function CanvasArea({ shown }: { readonly shown: boolean }) {
  const loaded = useMapSnapshot((snapshot) => snapshot.loaded)
  // Once it has been seen it stays mounted: going to the outline and back keeps the place.
  const [wanted, setWanted] = useState(shown)
  useEffect(() => {
    if (shown) setWanted(true)
  }, [shown])
  useEffect(() => {
    // Its code comes while the map does. Should it fail, the canvas asks again and says so.
    if (wanted) load().catch(() => {})
  }, [wanted])
  return (
    <div className={styles['area']} data-testid="canvas" data-loaded={loaded}>
      {wanted && loaded ? (
        <ErrorBoundary>
          <Suspense fallback={<Opening />}>
            <Canvas />
          </Suspense>
        </ErrorBoundary>
      ) : (
        <Opening />
      )}
    </div>
  )
}

function Opening() {
  return (
    <p className={styles['opening']} role="status">
      Opening the map…
    </p>
  )
}
