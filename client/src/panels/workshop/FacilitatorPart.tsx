/** Facilitating with one hand: where we are, how long, how many have written, and the one next thing as the one button. */
import type { WorkshopView } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { ArrowLeft, LocateFixed, MonitorUp } from 'lucide-react'
import { screenAddress } from '../../routes.ts'
import {
  ADD_MINUTE,
  backTo,
  BIG_SCREEN,
  BRING_HERE,
  CHOOSE_BLOCK_FIRST,
  CLOSE_VOTE,
  CLOSED_FOR_GOOD,
  haveWritten,
  LATE_MAY_WRITE,
  LET_GO,
  nextStage,
  NOTHING_IS_LOST,
  OPENS_WINDOW,
  PAUSE,
  RESUME,
  REVEAL_ALL,
  stageName,
  stillWriting,
  VOTE_AGAIN,
  VOTE_AGAIN_NEW,
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
  readonly map: MapId
  readonly live: LiveWorkshop
  readonly view: WorkshopView
  readonly busy: boolean
  /** The one block that is chosen on the map. */
  readonly chosen: string | null
}

export function FacilitatorPart({ map, live, view, busy, chosen }: FacilitatorPartProps) {
  const { stage, programme } = view
  if (stage === null || programme === null) return null
  const before = programme.stages[stage.index - 1]
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
      <ul className={styles['ways']}>
        <Bring live={live} view={view} busy={busy} chosen={chosen} />
        <li>
          <a href={screenAddress(map)} target="_blank" rel="noreferrer">
            <MonitorUp size={18} strokeWidth={1.5} aria-hidden="true" />
            {BIG_SCREEN}
          </a>
          <span className={styles['note']}>{OPENS_WINDOW}</span>
        </li>
        {view.stage?.kind === 'vote' && view.vote?.open === false && (
          <li>
            <Button look="text" aria-disabled={busy} onClick={() => void live.send({ type: 'open-vote' })}>
              {VOTE_AGAIN}
            </Button>
            <span className={styles['note']}>{VOTE_AGAIN_NEW}</span>
          </li>
        )}
        {before !== undefined && (
          <li>
            <button type="button" aria-disabled={busy} onClick={() => void live.send({ type: 'back' })}>
              <ArrowLeft size={18} strokeWidth={1.5} aria-hidden="true" />
              {backTo(stageName(before))}
            </button>
            <span className={styles['note']}>{NOTHING_IS_LOST}</span>
          </li>
        )}
        {nextThing(view).is !== 'end' && (
          <li>
            <EndWorkshop live={live} busy={busy} look="text" />
          </li>
        )}
      </ul>
    </div>
  )
}

function Bring({ live, view, busy, chosen }: Omit<FacilitatorPartProps, 'map'>) {
  const about = view.brought?.about ?? null
  return (
    <>
      <li>
        <button
          type="button"
          disabled={busy || chosen === null}
          onClick={() => void live.send({ type: 'bring', about: chosen })}
        >
          <LocateFixed size={18} strokeWidth={1.5} aria-hidden="true" />
          {BRING_HERE}
        </button>
        {chosen === null && <span className={styles['note']}>{CHOOSE_BLOCK_FIRST}</span>}
      </li>
      {about !== null && (
        <li>
          <Button look="text" aria-disabled={busy} onClick={() => void live.send({ type: 'bring', about: null })}>
            {LET_GO}
          </Button>
        </li>
      )}
    </>
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

/** Always in sight, at the foot of the panel, however far one has read. */
export function NextThing({ live, view, busy }: Omit<FacilitatorPartProps, 'chosen' | 'map'>) {
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
          <Button look="filled" large aria-disabled={busy} onClick={() => void live.send({ type: 'next' })}>
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
