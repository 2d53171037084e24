/** The stages in their order, those that are over, the one that is now, and those to come. */
import type { StageView } from '@throughline/shared/protocol'
import { stageName } from '@throughline/shared/stage-names'
import { sayLength, STAGES } from '../../text/workshop.ts'
import styles from './Workshop.module.css'

export interface StageListProps {
  readonly stages: readonly StageView[]
  /** Null where none is now. */
  readonly now: number | null
}

export function StageList({ stages, now }: StageListProps) {
  return (
    <ol className={styles['stages']} aria-label={STAGES}>
      {stages.map((stage, at) => (
        <li
          key={`${at} ${stage.kind}`}
          data-is={now === null || at > now ? 'to-come' : at === now ? 'now' : 'over'}
          aria-current={at === now ? 'step' : undefined}
        >
          <span>{stageName(stage)}</span>
          {stage.lastsMs !== null && <span className={styles['meta']}>{sayLength(stage.lastsMs)}</span>}
        </li>
      ))}
    </ol>
  )
}
