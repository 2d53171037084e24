/** The time left in a stage. Read aloud only when asked for: a minute before the end is announced elsewhere. */
import type { WorkshopView } from '@throughline/shared/protocol'
import { NO_LIMIT, PAUSED, TIME_IS_UP } from '../../text/workshop.ts'
import { clockFace, timeLeft, useServerTime, type LiveWorkshop } from '../../workshop/index.ts'
import styles from './Workshop.module.css'

export interface ClockProps {
  readonly live: LiveWorkshop
  readonly stage: NonNullable<WorkshopView['stage']>
  readonly look: 'large' | 'small'
}

export function Clock({ live, stage, look }: ClockProps) {
  const left = timeLeft(stage, useServerTime(live))
  if (left === null) return look === 'large' ? null : <span className={styles['meta']}>{NO_LIMIT}</span>
  return (
    <>
      <span className={`${styles['clock']} tnum`} data-look={look} data-paused={stage.paused} role="timer">
        {clockFace(left)}
        {stage.paused && look === 'small' && <span className="only-heard">{PAUSED}</span>}
      </span>
      {look === 'large' && (
        <p className={styles['clock-says']}>{stage.paused ? PAUSED : left === 0 ? TIME_IS_UP : ''}</p>
      )}
    </>
  )
}
