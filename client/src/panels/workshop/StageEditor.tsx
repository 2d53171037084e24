/** One stage of a programme that is being changed. */
import { BLOCK_KINDS, LIMITS } from '@throughline/shared/schema'
import type { Programme, Stage } from '@throughline/shared/workshop'
import { useState, type MouseEvent } from 'react'
import { flushSync } from 'react-dom'
import { stageName } from '@throughline/shared/stage-names'
import {
  ABOUT_KINDS,
  DOTS_EACH,
  EARLIER,
  INSTRUCTION,
  LATER,
  MAY_EDIT,
  MINUTES_OF_STAGE,
  NO_KIND_IS_ALL,
  NO_LIMIT,
  REMOVE_STAGE,
  sayLength,
  STAGE_NAME,
  VOTES_ON,
  VOTES_ON_WORDS,
} from '../../text/workshop.ts'
import { KIND_WORDS } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, Select } from '../../ui/Field.tsx'
import { Answer } from './Answer.tsx'
import { changeStage, minutesOf, moveStage, msOf, removeStage } from './programme-edits.ts'
import { QuestionsEditor } from './QuestionsEditor.tsx'
import programmeStyles from './Programme.module.css'
import styles from './Workshop.module.css'

export interface StageEditorProps {
  readonly programme: Programme
  readonly stage: Stage
  readonly at: number
  readonly entered: number
  readonly onChange: (programme: Programme) => void
}

export function StageEditor({ programme, stage, at, entered, onChange }: StageEditorProps) {
  const isAhead = at >= entered
  const set = (change: Partial<Stage>) => onChange(changeStage(programme, at, change))
  // The focus goes along, to be moved on or to go on from: a browser lets go of it when what has it changes its place.
  const move = ({ currentTarget }: MouseEvent<HTMLButtonElement>, by: -1 | 1) => {
    flushSync(() => onChange(moveStage(programme, at, by, entered)))
    const item = currentTarget.closest('details')
    if (currentTarget.disabled) item?.querySelector('summary')?.focus()
    else currentTarget.focus()
  }
  const remove = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const item = currentTarget.closest('details')?.parentElement
    const beside = item?.nextElementSibling ?? item?.previousElementSibling
    flushSync(() => onChange(removeStage(programme, at)))
    beside?.querySelector('summary')?.focus()
  }
  return (
    <li>
      <details>
        <summary>
          {at + 1}. {stageName(stage)}{' '}
          <span className={styles['meta']}>{stage.lastsMs === null ? NO_LIMIT : sayLength(stage.lastsMs)}</span>
        </summary>
        <div className={programmeStyles['stage-editor']}>
          <Field
            label={STAGE_NAME}
            value={stage.title}
            placeholder={stageName({ kind: stage.kind })}
            maxLength={LIMITS.titleLength}
            onChange={(event) => set({ title: event.target.value })}
          />
          <Answer
            label={INSTRUCTION}
            rows={2}
            value={stage.instruction}
            maxLength={LIMITS.statementLength}
            onWrite={(instruction) => set({ instruction })}
          />
          <Minutes lastsMs={stage.lastsMs} onChange={(lastsMs) => set({ lastsMs })} />
          <label className={programmeStyles['named']}>
            <input type="checkbox" checked={stage.edits} onChange={(event) => set({ edits: event.target.checked })} />
            {MAY_EDIT}
          </label>
          {stage.kind === 'gather' && <QuestionsEditor {...{ programme, stage, at, entered, onChange }} />}
          {stage.kind !== 'break' && <Kinds kinds={stage.kinds} onSet={(kinds) => set({ kinds })} />}
          {stage.kind === 'vote' && isAhead && <VoteFields stage={stage} onSet={set} />}
          {isAhead && (
            <p className={styles['acts']}>
              <Button look="text" disabled={at === entered} onClick={(event) => move(event, -1)}>
                {EARLIER}
              </Button>
              <Button look="text" disabled={at === programme.stages.length - 1} onClick={(event) => move(event, 1)}>
                {LATER}
              </Button>
              <Button look="text" onClick={remove}>
                {REMOVE_STAGE}
              </Button>
            </p>
          )}
        </div>
      </details>
    </li>
  )
}

interface MinutesProps {
  readonly lastsMs: number | null
  readonly onChange: (lastsMs: number | null) => void
}

/** As it is typed, "2." on the way to "2.5" too. */
function Minutes({ lastsMs, onChange }: MinutesProps) {
  const [typed, type] = useState(minutesOf(lastsMs))
  return (
    <Field
      label={MINUTES_OF_STAGE}
      inputMode="decimal"
      placeholder={NO_LIMIT}
      value={typed}
      onChange={(event) => {
        type(event.target.value)
        onChange(msOf(event.target.value))
      }}
    />
  )
}

function VoteFields({ stage, onSet }: { readonly stage: Stage; readonly onSet: (change: Partial<Stage>) => void }) {
  const options = (['writing', 'blocks', 'tellings', 'links'] as const).map((value) => ({
    value,
    says: VOTES_ON_WORDS[value],
  }))
  return (
    <>
      <Select label={VOTES_ON} value={stage.votesOn} options={options} onChoose={(votesOn) => onSet({ votesOn })} />
      <Field
        label={DOTS_EACH}
        type="number"
        min={1}
        max={LIMITS.dots}
        value={stage.dots}
        onChange={(event) => onSet({ dots: Math.min(LIMITS.dots, Math.max(1, event.target.valueAsNumber || 1)) })}
      />
    </>
  )
}

/** None of them chosen is all of them. */
function Kinds({ kinds, onSet }: { readonly kinds: Stage['kinds']; readonly onSet: (kinds: Stage['kinds']) => void }) {
  return (
    <fieldset className={programmeStyles['kinds']}>
      <legend className={styles['label']}>{ABOUT_KINDS}</legend>
      {BLOCK_KINDS.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={kinds.includes(kind)}
            onChange={({ target }) =>
              onSet(BLOCK_KINDS.filter((one) => (one === kind ? target.checked : kinds.includes(one))))
            }
          />
          {KIND_WORDS[kind]}
        </label>
      ))}
      <p className={styles['note']}>{NO_KIND_IS_ALL}</p>
    </fieldset>
  )
}
