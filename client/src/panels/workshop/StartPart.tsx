/** Choosing what to do together: what each programme is, how long it takes, its stages. */
import { PROGRAMMES as READY_MADE, type Programme } from '@throughline/shared/workshop'
import { useState } from 'react'
import {
  CHANGE_FIRST,
  CHOOSE_PROGRAMME,
  EDITORS_START,
  NO_WORKSHOP,
  sayLength,
  START,
  STARTS_CLOCK,
} from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import type { LiveWorkshop } from '../../workshop/index.ts'
import { ProgrammeEditor } from './ProgrammeEditor.tsx'
import { StageList } from './StageList.tsx'
import { Radio } from '../../ui/Radio.tsx'
import programmeStyles from './Programme.module.css'
import styles from './Workshop.module.css'

export interface StartPartProps {
  readonly live: LiveWorkshop
  readonly busy: boolean
  readonly canStart: boolean
}

export function StartPart({ live, busy, canStart }: StartPartProps) {
  const [chosen, choose] = useState<string>(READY_MADE[0]?.id ?? '')
  const [changing, setChanging] = useState<Programme | null>(null)
  if (!canStart)
    return (
      <p className={styles['empty']}>
        {NO_WORKSHOP} {EDITORS_START}
      </p>
    )
  if (changing !== null)
    return (
      <ProgrammeEditor
        programme={changing}
        entered={0}
        busy={busy}
        says={START}
        onDone={(programme) => void live.send({ type: 'start', programme: { ...programme, id: 'own' } })}
        onLeave={() => setChanging(null)}
      />
    )
  return (
    <form
      className={programmeStyles['start']}
      onSubmit={(event) => {
        event.preventDefault()
        void live.send({ type: 'start', programme: chosen })
      }}
    >
      <fieldset>
        <legend className={styles['heading']}>{CHOOSE_PROGRAMME}</legend>
        {READY_MADE.map(({ id, title, about, stages }) => (
          <div key={id} className={programmeStyles['programme']} data-chosen={id === chosen}>
            <label>
              <Radio name="programme" checked={id === chosen} onChange={() => choose(id)} />
              <span className={programmeStyles['programme-title']}>{title}</span>
              <span className={styles['meta']}>
                {sayLength(stages.reduce((sum, { lastsMs }) => sum + (lastsMs ?? 0), 0))}
              </span>
            </label>
            <p className={styles['about']}>{about}</p>
            {id === chosen && <StageList stages={stages} now={null} />}
          </div>
        ))}
      </fieldset>
      <div className={styles['next']}>
        <Button type="submit" look="filled" large disabled={busy || chosen === ''}>
          {START}
        </Button>
        <p className={styles['note']}>{STARTS_CLOCK}</p>
        <Button look="text" onClick={() => setChanging(READY_MADE.find(({ id }) => id === chosen) ?? null)}>
          {CHANGE_FIRST}
        </Button>
      </div>
    </form>
  )
}
