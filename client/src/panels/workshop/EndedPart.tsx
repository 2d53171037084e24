/** After a workshop: what was decided, and where to find it. */
import { useMap } from '../../session/hooks.ts'
import { ENDED, NEW_WORKSHOP, SEE_BRIEF, SEE_VERSIONS, WHERE_KEPT } from '../../text/workshop.ts'
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
