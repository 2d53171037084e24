/** One quiet line when somebody has come back from offline to values that others changed too, and a dialog to choose. */
import { useEffect, useState } from 'react'
import { ConflictList } from '../../panels/conflicts/ConflictList.tsx'
import { useCanWrite, useMapSnapshot } from '../../session/hooks.ts'
import { CONFLICTS, CONFLICTS_INTRO, conflictsLine, LOOK_AT_THEM } from '../../text/conflicts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './QuietLine.module.css'

export function ConflictsLine() {
  const many = useMapSnapshot((snapshot) => snapshot.conflicts.length)
  const canWrite = useCanWrite()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (many === 0) setShown(false)
  }, [many])
  // To choose is an edit.
  if (many === 0 || !canWrite) return null
  return (
    <div className={styles['line']} role="status">
      <span>{conflictsLine(many)}</span>
      <Button look="text" onClick={() => setShown(true)}>
        {LOOK_AT_THEM}
      </Button>
      {shown && (
        <Dialog title={CONFLICTS} intro={CONFLICTS_INTRO} onClose={() => setShown(false)}>
          <ConflictList />
        </Dialog>
      )}
    </div>
  )
}
