/** What a facilitator does next: there is always exactly one thing. */
import type { StageView, WorkshopView } from '@throughline/shared/protocol'

export type NextThing =
  | { readonly is: 'reveal' }
  | { readonly is: 'close-vote' }
  | { readonly is: 'stage'; readonly stage: StageView }
  | { readonly is: 'end' }

/**
 * In a reveal stage what is sealed is revealed before one goes on, and an open vote is closed before one leaves it; else
 * the next stage, and after the last one the end.
 */
export function nextThing({ stage, programme, prompts, vote }: WorkshopView): NextThing {
  if (stage?.kind === 'reveal' && prompts.some(({ tellings }) => tellings === null)) return { is: 'reveal' }
  if (stage?.kind === 'vote' && vote?.open === true) return { is: 'close-vote' }
  const next = stage === null ? undefined : programme?.stages[stage.index + 1]
  return next === undefined ? { is: 'end' } : { is: 'stage', stage: next }
}
