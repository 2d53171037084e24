/** The line of time under a stage: how much of it has gone by. It moves once a second, without easing. */
import type { WorkshopView } from '@throughline/shared/protocol'
import { partGone, timeLeft, useServerTime, type LiveWorkshop } from '../../workshop/index.ts'
import barStyles from './Bar.module.css'

export function ThreadOfTime({ live, view }: { readonly live: LiveWorkshop; readonly view: WorkshopView }) {
  const now = useServerTime(live)
  const { stage, programme } = view
  if (stage === null) return null
  const gone = partGone(timeLeft(stage, now), programme?.stages[stage.index]?.lastsMs ?? null)
  return <div className={barStyles['thread']} style={{ inlineSize: `${gone * 100}%` }} aria-hidden="true" />
}
