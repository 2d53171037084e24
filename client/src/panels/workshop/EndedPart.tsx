/** After a workshop: what was decided, and where to find it. */
import { useMap, useSession } from '../../session/hooks.ts'
import { minutesAddress } from '../../api/workshop.ts'
import { ENDED, MINUTES, MINUTES_HOLD, NEW_WORKSHOP, SEE_BRIEF, SEE_VERSIONS, WHERE_KEPT } from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import type { LiveWorkshop } from '../../workshop/index.ts'
import { useState } from 'react'
import { StartPart } from './StartPart.tsx'
import styles from './Workshop.module.css'

export interface EndedPartProps {
  readonly live: LiveWorkshop
  readonly busy: boolean
  readonly canStart: boolean
  readonly onPanel: (panel: 'versions' | 'brief') => void
}

export function EndedPart({ live, busy, canStart, onPanel }: EndedPartProps) {
  const [again, setAgain] = useState(false)
  const { mapId } = useSession()
  const { blocks } = useMap()
  const agreed = [...blocks.values()].filter(({ status }) => status === 'agreed')
  if (again) return <StartPart live={live} busy={busy} canStart={canStart} />
  return (
    <div className={styles['ended']}>
      <p className={styles['heading']}>{ENDED}</p>
      <ul className={styles['writings']}>
        {agreed.map(({ id, statement }) => (
          <li key={id} className={styles['said']} dir="auto">
            {statement}
          </li>
        ))}
      </ul>
      <section className={styles['minutes']}>
        <h3 className={styles['label']}>{MINUTES}</h3>
        <p className={styles['note']}>{MINUTES_HOLD}</p>
        <p className={styles['acts']}>
          <a href={minutesAddress(mapId, 'pdf')} download>
            PDF
          </a>
          <a href={minutesAddress(mapId, 'md')} download>
            Markdown
          </a>
        </p>
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
