import type { WorkshopView } from '@throughline/shared/protocol'
import { useState } from 'react'
import { AHEAD_CHANGES, CHANGE_PROGRAMME, KEEP_PROGRAMME } from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import type { LiveWorkshop } from '../../workshop/index.ts'
import { wholeProgramme } from './programme-edits.ts'
import { ProgrammeEditor } from './ProgrammeEditor.tsx'
import styles from './Workshop.module.css'

export interface ChangeProgrammeProps {
  readonly live: LiveWorkshop
  readonly view: WorkshopView
  readonly busy: boolean
}

/** While it runs: one opens it in place, and others see it when it is kept. */
export function ChangeProgramme({ live, view, busy }: ChangeProgrammeProps) {
  const [open, setOpen] = useState(false)
  const programme = wholeProgramme(view)
  if (programme === null || view.stage === null) return null
  if (!open)
    return (
      <li>
        <Button look="text" onClick={() => setOpen(true)}>
          {CHANGE_PROGRAMME}
        </Button>
        <span className={styles['note']}>{AHEAD_CHANGES}</span>
      </li>
    )
  const keep = async (changed: object) => {
    if (await live.send({ type: 'edit', programme: changed })) setOpen(false)
  }
  return (
    <li>
      <ProgrammeEditor
        programme={programme}
        entered={view.stage.index + 1}
        busy={busy}
        says={KEEP_PROGRAMME}
        onDone={(changed) => void keep(changed)}
        onLeave={() => setOpen(false)}
      />
    </li>
  )
}
