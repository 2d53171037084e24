/** The workshop on the map: starting one, running it, taking part in it, and what came of it. */
import { includes } from '@throughline/shared/access'
import type { PromptView, WorkshopView, WritingView } from '@throughline/shared/protocol'
import type { Block, BlockId, PositioningMap } from '@throughline/shared/schema'
import { useMapSnapshot, useSession } from '../../session/hooks.ts'
import { errorText } from '../../text/errors.ts'
import {
  ADOPT_BLOCK,
  adoptAsTelling,
  LINE_LOST,
  OPENING,
  REVEAL_THIS,
  VIEWERS_NOT,
  WORKSHOP_PANEL,
} from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useWorkshop, type LiveWorkshop } from '../../workshop/index.ts'
import { Clock } from './Clock.tsx'
import { DecidePart } from './DecidePart.tsx'
import { EndedPart } from './EndedPart.tsx'
import { FacilitatorPart, NextThing } from './FacilitatorPart.tsx'
import { RaiseHand } from './Hands.tsx'
import { InvitePart } from './InvitePart.tsx'
import { PeoplePart } from './PeoplePart.tsx'
import { RevealPart } from './RevealPart.tsx'
import { StageList } from './StageList.tsx'
import { StartPart } from './StartPart.tsx'
import { VotePart } from './VotePart.tsx'
import { voiceNamed } from './voice-named.ts'
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
  const { canWrite } = useSession()
  const { view, isLive, refusal, busy } = useWorkshop(live)
  const facilitates = view?.state === 'running' && view.me.facilitator
  return (
    <Panel
      title={WORKSHOP_PANEL}
      width={WIDTH}
      onClose={onClose}
      takesFocus={takesFocus}
      {...(facilitates ? { foot: <NextThing live={live} view={view} busy={busy} /> } : {})}
    >
      <div className={styles['workshop']}>
        {refusal !== null && (
          <p role="alert" className={styles['refusal']}>
            {refusal.message === '' ? errorText(refusal).says : refusal.message}
          </p>
        )}
        {view !== null && !isLive && (
          <p role="status" className={styles['refusal']}>
            {LINE_LOST}
          </p>
        )}
        {view === null && refusal === null && <p className={styles['empty']}>{OPENING}</p>}
        {view?.state === 'none' && <StartPart live={live} busy={busy} canStart={canWrite} />}
        {view?.state === 'running' && <Running live={live} view={view} busy={busy} />}
        {view?.state === 'ended' && <EndedPart live={live} busy={busy} canStart={canWrite} onPanel={onPanel} />}
      </div>
    </Panel>
  )
}

/** The one block that is chosen. */
function blockOf({ blocks }: PositioningMap, [first, second]: readonly BlockId[]): Block | null {
  return first === undefined || second !== undefined ? null : (blocks.get(first) ?? null)
}

interface RunningProps {
  readonly live: LiveWorkshop
  readonly view: WorkshopView
  readonly busy: boolean
}

function Running({ live, view, busy }: RunningProps) {
  const { mapId } = useSession()
  const block = useMapSnapshot(({ map, view: { selected } }) => blockOf(map, selected))
  const { stage, programme, me } = view
  if (stage === null || programme === null) return null
  return (
    <>
      <section className={styles['stage']}>
        <p className={styles['meta']}>{programme.title}</p>
        <StageList stages={programme.stages} now={stage.index} />
        <p className={styles['instruction']}>{programme.stages[stage.index]?.instruction}</p>
        {!me.facilitator && <Clock live={live} stage={stage} look="large" />}
        {!me.facilitator && <RaiseHand live={live} view={view} busy={busy} />}
      </section>
      {me.facilitator && <FacilitatorPart map={mapId} live={live} view={view} busy={busy} chosen={block?.id ?? null} />}
      <StagePart live={live} view={view} busy={busy} block={block} />
      <PeoplePart live={live} view={view} busy={busy} />
      <InvitePart map={mapId} join={view.join} isOpenFirst={me.facilitator && view.people.length < 2} />
    </>
  )
}

/** What everybody does in this stage. */
function StagePart({ live, view, busy, block }: RunningProps & { readonly block: Block | null }) {
  const { stage, vote, me } = view
  switch (stage?.kind) {
    case 'gather':
      return <WritePart live={live} view={view} />
    case 'vote':
      return vote === null ? null : <VotePart live={live} vote={vote} />
    case 'decide':
      return <DecidePart live={live} busy={busy} block={block} />
    case 'reveal':
    case 'cluster':
      return (
        <RevealPart
          view={view}
          renderActs={(writing, prompt) => <Adopt {...{ live, view, busy, block, writing, prompt }} />}
          renderSealedActs={(prompt) =>
            me.facilitator && (
              <Button aria-disabled={busy} onClick={() => void live.send({ type: 'reveal', prompt: prompt.id })}>
                {REVEAL_THIS}
                <span className="only-heard">: {prompt.text}</span>
              </Button>
            )
          }
        />
      )
    default:
      return null
  }
}

interface AdoptProps extends RunningProps {
  readonly block: Block | null
  readonly writing: WritingView
  readonly prompt: PromptView
}

/** Nothing is adopted by itself. */
function Adopt({ live, view, busy, block, writing: { writing, voice, text } }: AdoptProps) {
  const { canWrite } = useSession()
  const teller = voiceNamed(view, voice)
  if (!canWrite) return null
  return (
    <p className={styles['acts']}>
      <Button look="text" aria-disabled={busy} onClick={() => void live.send({ type: 'adopt', writing })}>
        {ADOPT_BLOCK}
        <span className="only-heard">: {text}</span>
      </Button>
      {block !== null && teller !== null && (
        <Button
          look="text"
          aria-disabled={busy}
          onClick={() => void live.send({ type: 'adopt', writing, block: block.id })}
        >
          {adoptAsTelling(teller)}
          <span className="only-heard">: {text}</span>
        </Button>
      )}
    </p>
  )
}
