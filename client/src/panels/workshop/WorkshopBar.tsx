/** One quiet line over the map for everybody while a workshop runs: the stage, its clock, the way in; and what is said aloud. */
import type { BlockId } from '@throughline/shared/schema'
import { stageName } from '@throughline/shared/stage-names'
import { OPEN_WORKSHOP, WORKSHOP_PANEL } from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import { useWorkshop, type LiveWorkshop } from '../../workshop/index.ts'
import { Announce } from './Announce.tsx'
import { Brought } from './Brought.tsx'
import { LockedLine } from './CanvasLock.tsx'
import { Clock } from './Clock.tsx'
import { HandsUp } from './Hands.tsx'
import { useFacilitators } from './use-facilitators.ts'
import { ThreadOfTime } from './ThreadOfTime.tsx'
import barStyles from './Bar.module.css'

export interface WorkshopBarProps {
  readonly live: LiveWorkshop
  /** Whether the panel is open already. */
  readonly isOpen: boolean
  readonly onOpen: () => void
  /** Shows a block where there is no canvas to go along. */
  readonly onShow: ((block: BlockId) => void) | null
}

export function WorkshopBar({ live, isOpen, onOpen, onShow }: WorkshopBarProps) {
  const { view, busy } = useWorkshop(live)
  useFacilitators(view)
  if (view === null || view.state === 'none') return null
  const { stage, programme, brought } = view
  return (
    <>
      <Announce live={live} view={view} />
      {view.state === 'running' && stage !== null && (
        <div role="group" aria-label={WORKSHOP_PANEL} className={barStyles['bar']}>
          <span className={barStyles['bar-stage']}>{stageName(programme?.stages[stage.index] ?? stage)}</span>
          <span className={barStyles['bar-says']}>{programme?.stages[stage.index]?.instruction}</span>
          {!isOpen && view.me.facilitator && <HandsUp view={view} />}
          {/* The panel has the clock in large figures. */}
          {!isOpen && <Clock live={live} stage={stage} look="small" />}
          {!isOpen && (
            <Button look="text" onClick={onOpen}>
              {OPEN_WORKSHOP}
              <span className="only-heard"> {WORKSHOP_PANEL}</span>
            </Button>
          )}
          <ThreadOfTime live={live} view={view} />
        </div>
      )}
      {view.state === 'running' && <LockedLine live={live} view={view} busy={busy} />}
      {view.state === 'running' && <Brought brought={brought} onShow={onShow} />}
    </>
  )
}
