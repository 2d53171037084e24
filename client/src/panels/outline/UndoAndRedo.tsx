/** Taking back what one did, and the other way round. */
import { Redo2, Undo2 } from 'lucide-react'
import { useUndoSteps } from '../../session/hooks.ts'
import { IconButton } from '../../ui/Button.tsx'
import styles from './OutlinePanel.module.css'

const ICON = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const

/** The tool rail has them too, but is not there on a phone. */
export function UndoAndRedo() {
  const { canUndo, canRedo, step } = useUndoSteps()
  return (
    <div className={styles['undo']}>
      <IconButton name="Undo" icon={<Undo2 {...ICON} />} disabled={!canUndo} onClick={step('undo')} />
      <IconButton name="Redo" icon={<Redo2 {...ICON} />} disabled={!canRedo} onClick={step('redo')} />
    </div>
  )
}
