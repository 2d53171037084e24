/** The questions of a stage and one's own answers to them: private until the reveal, and kept whatever happens. */
import type { BlockView, PromptView, WorkshopView } from '@throughline/shared/protocol'
import { useId } from 'react'
import { KIND_WORDS } from '../../text/words.ts'
import {
  haveWritten,
  keptAt,
  notTaken,
  ON_DEVICE,
  ONLY_YOU,
  promptOf,
  REVEALED_ALREADY,
  SAVING,
  SERVER_NOTE,
  SHOWN_ANONYMOUS,
  SHOWN_NAMED,
} from '../../text/workshop.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import type { LiveWorkshop, Written } from '../../workshop/index.ts'
import { Answer } from './Answer.tsx'
import { SpeakFor } from './SpeakFor.tsx'
import writingStyles from './Writing.module.css'
import styles from './Workshop.module.css'

export interface WritePartProps {
  readonly live: LiveWorkshop
  readonly view: WorkshopView
}

export function WritePart({ live, view }: WritePartProps) {
  const { prompts, programme, people } = view
  return (
    <div className={writingStyles['writing']}>
      <p className={writingStyles['before']}>
        {ONLY_YOU} {programme?.named === true ? SHOWN_NAMED : SHOWN_ANONYMOUS} {SERVER_NOTE}
      </p>
      <SpeakFor live={live} view={view} />
      <ol className={writingStyles['prompts']}>
        {prompts.map((prompt, at) => (
          <Prompt
            key={prompt.id}
            prompt={prompt}
            step={prompts.length > 1 ? promptOf(at + 1, prompts.length) : null}
            all={people.filter(({ here }) => here).length}
            live={live}
            about={(view.blocks ?? []).find(({ block }) => block === prompt.block)}
          />
        ))}
      </ol>
    </div>
  )
}

interface PromptProps {
  readonly prompt: PromptView
  readonly step: string | null
  readonly all: number
  readonly live: LiveWorkshop
  /** The block that it asks about. */
  readonly about: BlockView | undefined
}

function Prompt({ prompt, step, all, live, about }: PromptProps) {
  const id = useId()
  const { kind, text, written, tellings } = prompt
  const mine = live.own?.read(prompt.id)
  return (
    <li className={writingStyles['prompt']} data-kind={kind ?? undefined}>
      <p className={writingStyles['prompt-head']}>
        {kind !== null && (
          <span className={writingStyles['kind']}>
            <KindGlyph kind={kind} tinted />
            {KIND_WORDS[kind]}
          </span>
        )}
        {step !== null && <span className={styles['meta']}>{step}</span>}
      </p>
      {about !== undefined && (
        <blockquote className={writingStyles['asked-about']} dir="auto">
          {about.statement}
        </blockquote>
      )}
      <Answer
        label={text}
        look="question"
        rows={3}
        value={mine?.text ?? ''}
        describedBy={`${id}-state`}
        onWrite={(words) => live.own?.write(prompt.id, words)}
        onLeave={() => live.own?.flush()}
      />
      <p id={`${id}-state`} className={writingStyles['state']}>
        {tellings !== null && <>{REVEALED_ALREADY} </>}
        {sayWhere(mine)} <span className="tnum">{haveWritten(written, Math.max(all, written))}.</span>
      </p>
    </li>
  )
}

function sayWhere(mine: Written | undefined): string {
  if (mine === undefined || (mine.text === '' && mine.is === 'kept')) return ''
  switch (mine.is) {
    case 'kept':
      return keptAt(mine.at)
    case 'saving':
      return SAVING
    case 'waiting':
      return ON_DEVICE
    default:
      return notTaken(mine.why ?? '')
  }
}
