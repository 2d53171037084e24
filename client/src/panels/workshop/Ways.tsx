/** What whoever facilitates may do at any moment, beside the one next thing. */
import type { WorkshopView } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { ArrowLeft, LocateFixed, MonitorUp } from 'lucide-react'
import { screenAddress } from '../../routes.ts'
import { stageName } from '@throughline/shared/stage-names'
import {
  backTo,
  BIG_SCREEN,
  BRING_HERE,
  CHOOSE_BLOCK_FIRST,
  LET_GO,
  NOTHING_IS_LOST,
  OPENS_WINDOW,
  VOTE_AGAIN,
  VOTE_AGAIN_NEW,
} from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import type { LiveWorkshop } from '../../workshop/index.ts'
import { ShowWay } from './ShowWay.tsx'
import { LockWay } from './CanvasLock.tsx'
import { ChangeProgramme } from './ChangeProgramme.tsx'
import { EndWorkshop } from './EndWorkshop.tsx'
import { nextThing } from './next-thing.ts'
import styles from './Workshop.module.css'

export interface WaysProps {
  readonly map: MapId
  readonly live: LiveWorkshop
  readonly view: WorkshopView
  readonly busy: boolean
  /** The one block that is chosen on the map. */
  readonly chosen: string | null
}

export function Ways({ map, live, view, busy, chosen }: WaysProps) {
  const { stage, programme } = view
  const before = stage === null ? undefined : programme?.stages[stage.index - 1]
  return (
    <ul className={styles['ways']}>
      <Bring live={live} view={view} busy={busy} chosen={chosen} />
      <ShowWay />
      <LockWay live={live} view={view} busy={busy} />
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
          <button
            type="button"
            aria-disabled={busy}
            onClick={() => void live.send({ type: 'back', from: view.stage?.index })}
          >
            <ArrowLeft size={18} strokeWidth={1.5} aria-hidden="true" />
            {backTo(stageName(before))}
          </button>
          <span className={styles['note']}>{NOTHING_IS_LOST}</span>
        </li>
      )}
      <ChangeProgramme live={live} view={view} busy={busy} />
      {nextThing(view).is !== 'end' && (
        <li>
          <EndWorkshop live={live} busy={busy} look="text" />
        </li>
      )}
    </ul>
  )
}

function Bring({ live, view, busy, chosen }: Omit<WaysProps, 'map'>) {
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
