/** One quiet line while a newer client waits on this device. It comes when somebody asks for it, never by itself. */
import { useNewerReady } from '../browser/app-files.ts'
import { NEWER_READY, RELOAD } from '../text/newer.ts'
import { Button } from '../ui/Button.tsx'
import styles from './map/QuietLine.module.css'

export function NewerReady() {
  const isReady = useNewerReady()
  if (!isReady) return null
  return (
    <div className={styles['line']} role="status">
      <span>{NEWER_READY}</span>
      {/* A window whose edits are in it alone asks before it goes (`MapLayout`). */}
      <Button look="text" onClick={() => window.location.reload()}>
        {RELOAD}
      </Button>
    </div>
  )
}
