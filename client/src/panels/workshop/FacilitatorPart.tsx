/** Facilitating with one hand: where we are, how long, how many have written, and the one next thing as the one button. */
import type { WorkshopView } from '@throughline/shared/protocol'
import { stageName } from '@throughline/shared/stage-names'
import {
  ADD_MINUTE,
  CLOSE_VOTE,
  CLOSED_FOR_GOOD,
  haveVoted,
  haveWritten,
  LATE_MAY_WRITE,
  nextStage,
  PAUSE,
  RESUME,
  REVEAL_ALL,
  stillWriting,
} from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import type { LiveWorkshop } from '../../workshop/index.ts'
import { Clock } from './Clock.tsx'
import { EndWorkshop } from './EndWorkshop.tsx'
import { HandsUp } from './Hands.tsx'
import { nextThing } from './next-thing.ts'
import styles from './Workshop.module.css'

const MINUTE_MS = 60_000

export interface FacilitatorPartProps {
  readonly live: LiveWorkshop
  readonly view: WorkshopView
  readonly busy: boolean
}

export function FacilitatorPart({ live, view, busy }: FacilitatorPartProps) {
  const { stage } = view
  if (stage === null) return null
  return (
    <div className={styles['facilitating']}>
      <Clock live={live} stage={stage} look="large" />
      {(stage.endsAt !== null || stage.left !== null) && (
        <p className={styles['clock-acts']}>
          <Button aria-disabled={busy} onClick={() => void live.send({ type: stage.paused ? 'resume' : 'pause' })}>
            {stage.paused ? RESUME : PAUSE}
          </Button>
          <Button aria-disabled={busy} onClick={() => void live.send({ type: 'add-time', ms: MINUTE_MS })}>
            {ADD_MINUTE}
          </Button>
        </p>
      )}
      <HandsUp view={view} />
      <HowManyWrote view={view} />
      <HowManyVoted view={view} />
    </div>
  )
}

/** A count, never who: one stroke a person. */
function HowManyWrote({ view: { stage, prompts, people } }: { readonly view: WorkshopView }) {
  if (stage?.kind !== 'gather' && stage?.kind !== 'reveal') return null
  if (prompts.every(({ tellings }) => tellings !== null)) return null
  const here = people.filter(({ here }) => here).length
  const written = Math.max(0, ...prompts.map((prompt) => prompt.written))
  const all = Math.max(here, written)
  return (
    <div className={styles['how-many']}>
      <p className={styles['big-count']}>{haveWritten(written, all)}</p>
      <p className={styles['strokes']} aria-hidden="true">
        {Array.from({ length: all }, (_, at) => (
          <i key={at} data-on={at < written} />
        ))}
      </p>
      <p className={styles['note']}>{stillWriting(all - written)}</p>
    </div>
  )
}

function HowManyVoted({ view: { stage, vote, people } }: { readonly view: WorkshopView }) {
  if (stage?.kind !== 'vote' || vote === null || !vote.open || vote.voted === undefined) return null
  const here = people.filter((person) => person.here).length
  return <p className={styles['big-count']}>{haveVoted(vote.voted, Math.max(here, vote.voted))}</p>
}

/** Always in sight, at the foot of the panel, however far one has read. */
export function NextThing({ live, view, busy }: FacilitatorPartProps) {
  const next = nextThing(view)
  switch (next.is) {
    case 'reveal':
      return (
        <div className={styles['next']}>
          <Button look="filled" large aria-disabled={busy} onClick={() => void live.send({ type: 'reveal' })}>
            {REVEAL_ALL}
          </Button>
          <p className={styles['note']}>{LATE_MAY_WRITE}</p>
        </div>
      )
    case 'close-vote':
      return (
        <div className={styles['next']}>
          <Button look="filled" large aria-disabled={busy} onClick={() => void live.send({ type: 'close-vote' })}>
            {CLOSE_VOTE}
          </Button>
          <p className={styles['note']}>{CLOSED_FOR_GOOD}</p>
        </div>
      )
    case 'stage':
      return (
        <div className={styles['next']}>
          <Button
            look="filled"
            large
            aria-disabled={busy}
            onClick={() => void live.send({ type: 'next', from: view.stage?.index })}
          >
            {nextStage(stageName(next.stage))}
          </Button>
        </div>
      )
    default:
      return (
        <div className={styles['next']}>
          <EndWorkshop live={live} busy={busy} look="filled" />
        </div>
      )
  }
}
