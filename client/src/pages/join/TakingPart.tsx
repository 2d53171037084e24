/** The stage of now, on a phone. */
import type { WorkshopView } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { useEffect, useState } from 'react'
import { Announce } from '../../panels/workshop/Announce.tsx'
import { Clock } from '../../panels/workshop/Clock.tsx'
import { RaiseHand } from '../../panels/workshop/Hands.tsx'
import { RevealPart } from '../../panels/workshop/RevealPart.tsx'
import { ThreadOfTime } from '../../panels/workshop/ThreadOfTime.tsx'
import { VotePart } from '../../panels/workshop/VotePart.tsx'
import { WritePart } from '../../panels/workshop/WritePart.tsx'
import barStyles from '../../panels/workshop/Bar.module.css'
import panel from '../../panels/workshop/Workshop.module.css'
import { errorText, refusalText } from '../../text/errors.ts'
import { stageName } from '@throughline/shared/stage-names'
import { LINE_LOST, LOOK_UP, LOST, OPEN_MAP, OPENING, WAITING_START } from '../../text/workshop.ts'
import { useWorkshop, type LiveWorkshop } from '../../workshop/index.ts'
import { Afterwards } from './Afterwards.tsx'
import { BriefTogether } from './BriefTogether.tsx'
import { isBrought, Looking } from './Looking.tsx'
import { Settling } from './Settling.tsx'
import styles from './JoinPage.module.css'

export function TakingPart({ map, live }: { readonly map: MapId; readonly live: LiveWorkshop }) {
  const { view, refusal } = useWorkshop(live)
  const title = view?.title ?? ''
  useEffect(() => {
    if (title !== '') document.title = title
  }, [title])
  if (view === null) return <p className={styles['opening']}>{refusal === null ? OPENING : errorText(refusal).says}</p>
  return <Inside map={map} live={live} view={view} />
}

interface InsideProps {
  readonly map: MapId
  readonly live: LiveWorkshop
  readonly view: WorkshopView
}

function Inside({ map, live, view }: InsideProps) {
  const { isLive, refusal, busy } = useWorkshop(live)
  const { stage, programme } = view
  const looked = useFromTheTop(view)
  return (
    <>
      <Announce live={live} view={view} />
      {stage !== null && view.state === 'running' && (
        <header className={`${barStyles['bar']} ${styles['bar']}`}>
          <h1 className={barStyles['bar-stage']}>{stageName(programme?.stages[stage.index] ?? stage)}</h1>
          <Clock live={live} stage={stage} look="small" />
          <ThreadOfTime live={live} view={view} />
        </header>
      )}
      <main className={styles['page']}>
        {!isLive && (
          <p role="status" className={panel['refusal']}>
            {LINE_LOST}
          </p>
        )}
        {refusal !== null && (
          <p role="alert" className={panel['refusal']}>
            {refusalText(refusal)}
          </p>
        )}
        {(view.lost ?? 0) > 0 && <p className={panel['note']}>{LOST}</p>}
        <Stage map={map} live={live} view={looked} busy={busy} />
        <p className={styles['way']}>
          {view.state === 'running' && <RaiseHand live={live} view={view} busy={busy} />}
          <a href={`/m/${map}`}>{OPEN_MAP}</a>
        </p>
      </main>
    </>
  )
}

/** Each stage begins at its beginning, and what people were brought to in the one before is over. */
function useFromTheTop(view: WorkshopView): WorkshopView {
  const at = view.brought?.at ?? null
  const index = view.stage?.index
  const [begun, setBegun] = useState<{ index: number | undefined; at: number | null }>({ index, at: null })
  if (begun.index !== index) setBegun({ index, at })
  useEffect(() => window.scrollTo(0, 0), [index])
  return at !== null && at === begun.at ? { ...view, brought: null } : view
}

interface StageProps extends InsideProps {
  readonly busy: boolean
}

function Stage({ map, live, view, busy }: StageProps) {
  const { state, stage, programme } = view
  if (state === 'none') return <p className={styles['says']}>{WAITING_START}</p>
  if (state === 'ended' || stage === null) return <Afterwards map={map} view={view} />
  const looking = stage.kind === 'decide' ? null : <Looking view={view} />
  const part = <StagePart map={map} live={live} view={view} busy={busy} />
  // Nothing pushes away what somebody has under their thumb.
  if (stage.kind === 'gather' || stage.kind === 'vote')
    return (
      <>
        {stage.kind === 'vote' && <p className={styles['says']}>{programme?.stages[stage.index]?.instruction}</p>}
        {part}
        {looking}
      </>
    )
  return (
    <>
      <p className={styles['says']}>{programme?.stages[stage.index]?.instruction}</p>
      {looking}
      {part}
    </>
  )
}

function StagePart({ map, live, view, busy }: StageProps) {
  const { stage, vote } = view
  switch (stage?.kind) {
    case 'gather':
      return <WritePart live={live} view={view} />
    case 'vote':
      return vote === null ? null : <VotePart live={live} vote={vote} />
    case 'reveal':
    case 'cluster':
      return <RevealPart view={view} />
    case 'decide':
      return <Settling live={live} view={view} busy={busy} />
    case 'brief':
      return <BriefTogether map={map} />
    case 'break':
      return null
    default:
      return isBrought(view) ? null : <p className={panel['note']}>{LOOK_UP}</p>
  }
}
