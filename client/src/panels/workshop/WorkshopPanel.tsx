/** The workshop on the map: starting one, running it, taking part in it, and what came of it. */
import { includes } from '@throughline/shared/access'
import type { WorkshopView } from '@throughline/shared/protocol'
import type { Block, BlockId, PositioningMap } from '@throughline/shared/schema'
import { useEffect, useRef } from 'react'
import { useMapSnapshot, useSession } from '../../session/hooks.ts'
import { refusalText } from '../../text/errors.ts'
import {
  LINE_LOST,
  LOST,
  OPENING,
  SEE_BRIEF,
  VIEWERS_NOT,
  WHAT_OTHERS_SAID,
  WORKSHOP_PANEL,
} from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useWorkshop, type LiveWorkshop } from '../../workshop/index.ts'
import { Clock } from './Clock.tsx'
import { DecidePart } from './DecidePart.tsx'
import { EarlierWorkshops } from './EarlierWorkshops.tsx'
import { EndedPart } from './EndedPart.tsx'
import { FacilitatorPart, NextThing } from './FacilitatorPart.tsx'
import { RaiseHand } from './Hands.tsx'
import { InvitePart } from './InvitePart.tsx'
import { PeoplePart } from './PeoplePart.tsx'
import { StageList } from './StageList.tsx'
import { StartPart } from './StartPart.tsx'
import { Tray, type TrayProps } from './Tray.tsx'
import { VotePart } from './VotePart.tsx'
import { Ways } from './Ways.tsx'
import { WritePart } from './WritePart.tsx'
import styles from './Workshop.module.css'

export interface WorkshopPanelProps {
  /** Null for whoever may not take part, and until its code is here. */
  readonly live: LiveWorkshop | null
  readonly onClose?: (() => void) | undefined
  readonly onPanel: (panel: 'versions' | 'brief') => void
  readonly takesFocus: boolean
}

const WIDTH = 400

export function WorkshopPanel({ live, ...rest }: WorkshopPanelProps) {
  const { role } = useSession()
  if (live !== null) return <Inside live={live} {...rest} />
  return (
    <Panel title={WORKSHOP_PANEL} width={WIDTH} onClose={rest.onClose} takesFocus={rest.takesFocus}>
      <p className={styles['empty']}>{includes(role, 'commenter') ? OPENING : VIEWERS_NOT}</p>
    </Panel>
  )
}

function Inside({ live, onClose, onPanel, takesFocus }: WorkshopPanelProps & { readonly live: LiveWorkshop }) {
  const { mayWrite } = useSession()
  const { view, isLive, refusal, busy } = useWorkshop(live)
  const inside = useFocusAtStart(view?.state)
  const facilitates = view?.state === 'running' && view.me.facilitator
  return (
    <Panel
      title={WORKSHOP_PANEL}
      width={WIDTH}
      onClose={onClose}
      takesFocus={takesFocus}
      {...(facilitates ? { foot: <NextThing live={live} view={view} busy={busy} /> } : {})}
    >
      <div ref={inside} className={styles['workshop']}>
        {refusal !== null && (
          <p role="alert" className={styles['refusal']}>
            {refusalText(refusal)}
          </p>
        )}
        {view !== null && !isLive && (
          <p role="status" className={styles['refusal']}>
            {LINE_LOST}
          </p>
        )}
        {view === null && refusal === null && <p className={styles['empty']}>{OPENING}</p>}
        {(view?.lost ?? 0) > 0 && <p className={styles['note']}>{LOST}</p>}
        {view?.state === 'none' && <StartPart live={live} busy={busy} canStart={mayWrite} />}
        {view?.state === 'running' && <Running live={live} view={view} busy={busy} onBrief={() => onPanel('brief')} />}
        {view?.state === 'ended' && (
          <EndedPart live={live} view={view} busy={busy} canStart={mayWrite} onPanel={onPanel} />
        )}
        {(view?.state === 'none' || view?.state === 'ended') && <EarlierWorkshops now={view.run} />}
      </div>
    </Panel>
  )
}

/** The button that starts a workshop goes with the start, and takes the focus along: it goes on to the first stage. */
function useFocusAtStart(state: WorkshopView['state'] | undefined) {
  const inside = useRef<HTMLDivElement>(null)
  const before = useRef(state)
  useEffect(() => {
    const hasBegun = before.current !== undefined && before.current !== 'running' && state === 'running'
    before.current = state
    if (hasBegun && document.activeElement === document.body) inside.current?.querySelector('section')?.focus()
  }, [state])
  return inside
}

/** The one block that is chosen. */
function blockOf({ blocks }: PositioningMap, [first, second]: readonly BlockId[]): Block | null {
  return first === undefined || second !== undefined ? null : (blocks.get(first) ?? null)
}

interface RunningProps {
  readonly live: LiveWorkshop
  readonly view: WorkshopView
  readonly busy: boolean
  readonly onBrief: () => void
}

function Running({ live, view, busy, onBrief }: RunningProps) {
  const { mapId } = useSession()
  const block = useMapSnapshot(({ map, view: { selected } }) => blockOf(map, selected))
  const { stage, programme, me } = view
  const top = useTop(stage?.index)
  if (stage === null || programme === null) return null
  return (
    <>
      <section ref={top} className={styles['stage']} tabIndex={-1}>
        <p className={styles['meta']}>{programme.title}</p>
        <StageList stages={programme.stages} now={stage.index} />
        <p className={styles['instruction']}>{programme.stages[stage.index]?.instruction}</p>
        {!me.facilitator && <Clock live={live} stage={stage} look="large" />}
        {!me.facilitator && <RaiseHand live={live} view={view} busy={busy} />}
      </section>
      {me.facilitator && <FacilitatorPart live={live} view={view} busy={busy} />}
      {stage.kind === 'brief' && (
        <p>
          <Button onClick={onBrief}>{SEE_BRIEF}</Button>
        </p>
      )}
      <StagePart live={live} view={view} busy={busy} block={block} />
      {me.facilitator && <Ways map={mapId} live={live} view={view} busy={busy} chosen={block?.id ?? null} />}
      <PeoplePart live={live} view={view} busy={busy} />
      <InvitePart map={mapId} join={view.join} isOpenFirst={me.facilitator && view.people.length < 2} />
    </>
  )
}

/** Each stage begins at its beginning, however far one had read in the one before. */
function useTop(stage: number | undefined) {
  const top = useRef<HTMLElement>(null)
  const before = useRef(stage)
  useEffect(() => {
    if (before.current !== stage) top.current?.scrollIntoView({ block: 'end' })
    before.current = stage
  }, [stage])
  return top
}

/** What everybody does in this stage; what was revealed stays at hand in all that come after. */
function StagePart(props: TrayProps) {
  const { live, view, busy, block } = props
  const { stage, vote, prompts } = view
  const isRevealed = prompts.some(({ tellings }) => tellings !== null)
  switch (stage?.kind) {
    case 'gather':
      return <WritePart live={live} view={view} />
    case 'reveal':
    case 'cluster':
      return <Tray {...props} />
    default:
      return (
        <>
          {stage?.kind === 'vote' && vote !== null && <VotePart live={live} vote={vote} />}
          {stage?.kind === 'decide' && <DecidePart live={live} view={view} busy={busy} block={block} />}
          {isRevealed && (
            <details className={styles['people']}>
              <summary>{WHAT_OTHERS_SAID}</summary>
              <Tray {...props} />
            </details>
          )}
        </>
      )
  }
}
