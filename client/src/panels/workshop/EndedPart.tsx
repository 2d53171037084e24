/** After a workshop: what was decided, and where to find it. */
import type { WorkshopView } from '@throughline/shared/protocol'
import { useSession } from '../../session/hooks.ts'
import {
  agreedBy,
  DECIDED,
  ENDED,
  NOTHING_DECIDED,
  MINUTES,
  MINUTES_HOLD,
  NEW_WORKSHOP,
  SEE_BRIEF,
  SEE_VERSIONS,
  WHERE_KEPT,
} from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import type { LiveWorkshop } from '../../workshop/index.ts'
import { useState } from 'react'
import { MinutesLinks } from './MinutesLinks.tsx'
import { StartPart } from './StartPart.tsx'
import writingStyles from './Writing.module.css'
import styles from './Workshop.module.css'

export interface EndedPartProps {
  readonly live: LiveWorkshop
  readonly view: WorkshopView
  readonly busy: boolean
  readonly canStart: boolean
  readonly onPanel: (panel: 'versions' | 'brief') => void
}

export function EndedPart({ live, view, busy, canStart, onPanel }: EndedPartProps) {
  const [again, setAgain] = useState(false)
  const { mapId } = useSession()
  // In this workshop: what was agreed on before it is no outcome of it.
  const decided = (view.blocks ?? []).filter(({ settled }) => settled)
  if (again) return <StartPart live={live} busy={busy} canStart={canStart} />
  return (
    <div className={styles['ended']}>
      <p className={styles['heading']}>{ENDED}</p>
      <section className={styles['minutes']}>
        <h3 className={styles['label']}>{DECIDED}</h3>
        {decided.length === 0 && <p className={styles['note']}>{NOTHING_DECIDED}</p>}
        <ul className={writingStyles['writings']}>
          {decided.map(({ block, statement, agreed }) => (
            <li key={block}>
              <p className={writingStyles['said']} dir="auto">
                {statement}
              </p>
              {agreed !== null && <p className={styles['meta']}>{agreedBy(agreed)}</p>}
            </li>
          ))}
        </ul>
      </section>
      <section className={styles['minutes']}>
        <h3 className={styles['label']}>{MINUTES}</h3>
        <p className={styles['note']}>{MINUTES_HOLD}</p>
        <MinutesLinks map={mapId} />
      </section>
      <p className={styles['note']}>{WHERE_KEPT}</p>
      <p className={styles['acts']}>
        <Button look="filled" onClick={() => onPanel('brief')}>
          {SEE_BRIEF}
        </Button>
        <Button look="text" onClick={() => onPanel('versions')}>
          {SEE_VERSIONS}
        </Button>
        {canStart && (
          <Button look="text" onClick={() => setAgain(true)}>
            {NEW_WORKSHOP}
          </Button>
        )}
      </p>
    </div>
  )
}
