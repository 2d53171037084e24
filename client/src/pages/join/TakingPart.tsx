/** The stage of now, on a phone. */
import type { WorkshopView } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { useEffect } from 'react'
import { Announce } from '../../panels/workshop/Announce.tsx'
import { Clock } from '../../panels/workshop/Clock.tsx'
import { RaiseHand } from '../../panels/workshop/Hands.tsx'
import { RevealPart } from '../../panels/workshop/RevealPart.tsx'
import { ThreadOfTime } from '../../panels/workshop/ThreadOfTime.tsx'
import { VotePart } from '../../panels/workshop/VotePart.tsx'
import { WritePart } from '../../panels/workshop/WritePart.tsx'
import bar from '../../panels/workshop/Workshop.module.css'
import { errorText, refusalText } from '../../text/errors.ts'
import { stageName } from '@throughline/shared/stage-names'
import { LINE_LOST, LOOK_UP, OPEN_MAP, OPENING, THANKS_ENDED, WAITING_START } from '../../text/workshop.ts'
import { useWorkshop, type LiveWorkshop } from '../../workshop/index.ts'
import styles from './JoinPage.module.css'

export function TakingPart({ map, live }: { readonly map: MapId; readonly live: LiveWorkshop }) {
  const { view, isLive, refusal, busy } = useWorkshop(live)
  const title = view?.title ?? ''
  useEffect(() => {
    if (title !== '') document.title = title
  }, [title])
  if (view === null) return <p className={styles['opening']}>{refusal === null ? OPENING : errorText(refusal).says}</p>
  const { stage, programme } = view
  return (
    <>
      <Announce live={live} view={view} />
      {stage !== null && view.state === 'running' && (
        <header className={`${bar['bar']} ${styles['bar']}`}>
          <h1 className={bar['bar-stage']}>{stageName(programme?.stages[stage.index] ?? stage)}</h1>
          <Clock live={live} stage={stage} look="small" />
          <ThreadOfTime live={live} view={view} />
        </header>
      )}
      <main className={styles['page']}>
        {!isLive && (
          <p role="status" className={bar['refusal']}>
            {LINE_LOST}
          </p>
        )}
        {refusal !== null && (
          <p role="alert" className={bar['refusal']}>
            {refusalText(refusal)}
          </p>
        )}
        <Stage live={live} view={view} />
        <p className={styles['way']}>
          {view.state === 'running' && <RaiseHand live={live} view={view} busy={busy} />}
          <a href={`/m/${map}`}>{OPEN_MAP}</a>
        </p>
      </main>
    </>
  )
}

interface StageProps {
  readonly live: LiveWorkshop
  readonly view: WorkshopView
}

function Stage({ live, view }: StageProps) {
  const { state, stage, programme, vote } = view
  if (state === 'none') return <p className={styles['says']}>{WAITING_START}</p>
  if (state === 'ended' || stage === null) return <p className={styles['says']}>{THANKS_ENDED}</p>
  const instruction = <p className={styles['says']}>{programme?.stages[stage.index]?.instruction}</p>
  switch (stage.kind) {
    case 'gather':
      return <WritePart live={live} view={view} />
    case 'vote':
      return (
        <>
          {instruction}
          {vote !== null && <VotePart live={live} vote={vote} />}
        </>
      )
    case 'reveal':
    case 'cluster':
      return (
        <>
          {instruction}
          <RevealPart view={view} />
        </>
      )
    default:
      return (
        <>
          {instruction}
          {stage.kind !== 'break' && <p className={bar['note']}>{LOOK_UP}</p>}
        </>
      )
  }
}
