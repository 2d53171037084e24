/** Raising a hand, and seeing whose are up: the one that has waited longest is said first by whoever facilitates, not by us. */
import type { WorkshopView } from '@throughline/shared/protocol'
import { Hand } from 'lucide-react'
import { handsUp, LOWER_HAND, RAISE_HAND } from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import type { LiveWorkshop } from '../../workshop/index.ts'
import barStyles from './Bar.module.css'

export interface HandsProps {
  readonly live: LiveWorkshop
  readonly view: WorkshopView
  readonly busy: boolean
}

export function RaiseHand({ live, view: { people, me }, busy }: HandsProps) {
  const isUp = people.find(({ person }) => person === me.person)?.hand === true
  return (
    <Button
      look="text"
      aria-pressed={isUp}
      aria-disabled={busy}
      onClick={() => void live.send({ type: 'hand', up: !isUp })}
    >
      {isUp ? LOWER_HAND : RAISE_HAND}
    </Button>
  )
}

/** Always there to be heard; empty while nobody has raised one. */
export function HandsUp({ view: { people } }: Pick<HandsProps, 'view'>) {
  const names = people.filter(({ hand }) => hand === true).map(({ name }) => name)
  return (
    <p role="status" className={barStyles['hands']}>
      {names.length > 0 && (
        <>
          <Hand size={18} strokeWidth={1.5} aria-hidden="true" />
          {handsUp(names)}
        </>
      )}
    </p>
  )
}
