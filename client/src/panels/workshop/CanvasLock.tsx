/** Locking the canvas and unlocking it, for those who facilitate. */
import type { WorkshopView } from '@throughline/shared/protocol'
import { Lock, LockOpen } from 'lucide-react'
import { IS_LOCKED, LOCK_CANVAS, LOCK_NOTE, UNLOCK_CANVAS } from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import type { LiveWorkshop } from '../../workshop/index.ts'
import barStyles from './Bar.module.css'
import styles from './Workshop.module.css'

interface CanvasLockProps {
  readonly live: LiveWorkshop
  readonly view: WorkshopView
  readonly busy: boolean
}

const isLocked = ({ lock }: WorkshopView): boolean => (lock ?? null) !== null

/** Among what they may do at any moment. */
export function LockWay({ live, view, busy }: CanvasLockProps) {
  const locked = isLocked(view)
  const Icon = locked ? LockOpen : Lock
  return (
    <li>
      <button type="button" aria-disabled={busy} onClick={() => void live.send({ type: locked ? 'unlock' : 'lock' })}>
        <Icon size={18} strokeWidth={1.5} aria-hidden="true" />
        {locked ? UNLOCK_CANVAS : LOCK_CANVAS}
      </button>
      {!locked && <span className={styles['note']}>{LOCK_NOTE}</span>}
    </li>
  )
}

/** The line over the map, lest it be forgotten. */
export function LockedLine({ live, view, busy }: CanvasLockProps) {
  if (!view.me.facilitator || !isLocked(view)) return null
  return (
    <p role="status" className={barStyles['brought']}>
      <span>{IS_LOCKED}</span>
      <Button look="text" aria-disabled={busy} onClick={() => void live.send({ type: 'unlock' })}>
        {UNLOCK_CANVAS}
      </Button>
    </p>
  )
}
