/** A programme of one's own: before it starts, and while it runs for all that lies ahead. */
import { STAGE_KINDS, type StageKind } from '@throughline/shared/protocol'
import { LIMITS } from '@throughline/shared/schema'
import type { Programme } from '@throughline/shared/workshop'
import { useState } from 'react'
import { stageName } from '@throughline/shared/stage-names'
import {
  ADD_STAGE,
  CHANGE_PROGRAMME,
  KIND_OF_STAGE,
  LEAVE_PROGRAMME,
  NAMES_SHOWN,
  NOT_COMPLETE,
  PROGRAMME_ABOUT,
  PROGRAMME_NAME,
} from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, Select } from '../../ui/Field.tsx'
import { Answer } from './Answer.tsx'
import { addStage, isComplete, keyOf } from './programme-edits.ts'
import { StageEditor } from './StageEditor.tsx'
import programmeStyles from './Programme.module.css'
import styles from './Workshop.module.css'

export interface ProgrammeEditorProps {
  readonly programme: Programme
  /** So many stages have been entered and keep their place and their kind. */
  readonly entered: number
  readonly busy: boolean
  /** What becomes of it. */
  readonly says: string
  readonly onDone: (programme: Programme) => void
  readonly onLeave: () => void
}

export function ProgrammeEditor({ programme, entered, busy, says, onDone, onLeave }: ProgrammeEditorProps) {
  const [draft, change] = useState(programme)
  const [kind, setKind] = useState<StageKind>('talk')
  const complete = isComplete(draft)
  return (
    <form
      className={programmeStyles['start']}
      aria-label={CHANGE_PROGRAMME}
      onSubmit={(event) => {
        event.preventDefault()
        onDone(draft)
      }}
    >
      <Field
        label={PROGRAMME_NAME}
        value={draft.title}
        maxLength={LIMITS.titleLength}
        onChange={(event) => change({ ...draft, title: event.target.value })}
      />
      <Answer
        label={PROGRAMME_ABOUT}
        rows={2}
        value={draft.about}
        maxLength={LIMITS.statementLength}
        onWrite={(about) => change({ ...draft, about })}
      />
      {entered === 0 && (
        <label className={programmeStyles['named']}>
          <input
            type="checkbox"
            checked={draft.named}
            onChange={(event) => change({ ...draft, named: event.target.checked })}
          />
          {NAMES_SHOWN}
        </label>
      )}
      <ol className={programmeStyles['stage-editors']}>
        {draft.stages.map((stage, at) => (
          <StageEditor key={keyOf(stage)} programme={draft} stage={stage} at={at} entered={entered} onChange={change} />
        ))}
      </ol>
      {draft.stages.length < LIMITS.stages && (
        <div className={styles['acts']}>
          <Select
            label={KIND_OF_STAGE}
            value={kind}
            options={STAGE_KINDS.map((value) => ({ value, says: stageName({ kind: value }) }))}
            onChoose={setKind}
          />
          <Button onClick={() => change(addStage(draft, kind))}>{ADD_STAGE}</Button>
        </div>
      )}
      <div className={styles['next']}>
        <Button type="submit" look="filled" large disabled={busy || !complete}>
          {says}
        </Button>
        <p className={styles['note']} role="status">
          {!complete && NOT_COMPLETE}
        </p>
        <Button look="text" onClick={onLeave}>
          {LEAVE_PROGRAMME}
        </Button>
      </div>
    </form>
  )
}
