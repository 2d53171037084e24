/** One quiet line while the canvas is locked for this person: by whom, and what goes on all the same. */
import { useEffect, useRef } from 'react'
import { useMapSnapshot, useSaved, useSession } from '../../session/hooks.ts'
import { CANVAS_OPEN, LOCK_KEEPS, LOCK_LEAVES, lockedBy } from '../../text/canvas.ts'
import styles from './QuietLine.module.css'

export function LockLine() {
  const session = useSession()
  const lock = useMapSnapshot((snapshot) => snapshot.lock)
  const saved = useSaved()
  const was = useRef(lock)
  useEffect(() => {
    if (was.current !== null && lock === null) session.say(CANVAS_OPEN)
    was.current = lock
  }, [session, lock])
  if (lock === null) return null
  return (
    <div className={styles['line']} role="status">
      <span>{`${lockedBy(lock.by)} ${saved.is === 'locked' ? LOCK_KEEPS : LOCK_LEAVES}`}</span>
    </div>
  )
}
