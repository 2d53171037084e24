/** Says aloud what changes by somebody else's hand: the stage, the reveal, a minute left. */
import type { WorkshopView } from '@throughline/shared/protocol'
import { stageName } from '@throughline/shared/stage-names'
import { A_MINUTE_LEFT, ENDED, nowStage, REVEALED } from '../../text/workshop.ts'
import { timeLeft, useServerTime, type LiveWorkshop } from '../../workshop/index.ts'

const MINUTE_MS = 60_000

export function Announce({ live, view }: { readonly live: LiveWorkshop; readonly view: WorkshopView }) {
  const { state, stage, programme, prompts } = view
  const left = useMinuteLeft(live, view)
  const now = stage === null ? '' : nowStage(stageName(programme?.stages[stage.index] ?? stage))
  const isRevealed = prompts.length > 0 && prompts.every(({ tellings }) => tellings !== null)
  return (
    <div role="status" className="only-heard">
      {state === 'ended' ? <p>{ENDED}</p> : <p>{now}</p>}
      {state === 'running' && isRevealed && <p>{REVEALED}</p>}
      {state === 'running' && left && <p>{A_MINUTE_LEFT}</p>}
    </div>
  )
}

function useMinuteLeft(live: LiveWorkshop, { stage }: WorkshopView): boolean {
  const now = useServerTime(live)
  const left = stage === null || stage.paused ? null : timeLeft(stage, now)
  return left !== null && left > 0 && left <= MINUTE_MS
}
