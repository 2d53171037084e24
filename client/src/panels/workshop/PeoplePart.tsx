/** Who is in the workshop, whom they speak for, and who facilitates. */
import type { WorkshopView } from '@throughline/shared/protocol'
import { FACILITATES, hereNow, IS_AWAY, MAKE_FACILITATOR, PEOPLE, STEP_DOWN, YOU } from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import type { LiveWorkshop } from '../../workshop/index.ts'
import { voiceNamed } from './voice-named.ts'
import styles from './Workshop.module.css'

export interface PeoplePartProps {
  readonly live: LiveWorkshop
  readonly view: WorkshopView
  readonly busy: boolean
}

export function PeoplePart({ live, view, busy }: PeoplePartProps) {
  const { people, me } = view
  const mayStepDown = people.filter(({ facilitator }) => facilitator).length > 1
  return (
    <details className={styles['people']}>
      <summary>
        {PEOPLE} <span className={styles['meta']}>{hereNow(people.filter(({ here }) => here).length)}</span>
      </summary>
      <ul>
        {people.map(({ person, name, voice, here, facilitator }) => {
          const says = [
            person === me.person ? YOU : null,
            voiceNamed(view, voice),
            facilitator ? FACILITATES : null,
            here ? null : IS_AWAY,
          ]
          return (
            <li key={person}>
              <span>
                <strong>{name}</strong>{' '}
                <span className={styles['meta']}>{says.filter((one) => one !== null).join(', ')}</span>
              </span>
              {person === me.person && me.facilitator && mayStepDown && (
                <Button look="text" aria-disabled={busy} onClick={() => void live.send({ type: 'step-down' })}>
                  {STEP_DOWN}
                </Button>
              )}
              {me.facilitator && !facilitator && (
                <Button look="text" aria-disabled={busy} onClick={() => void live.send({ type: 'promote', person })}>
                  {MAKE_FACILITATOR}
                  <span className="only-heard">: {name}</span>
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
