/** Dots on wordings: given and taken one at a time, by buttons, so that mouse, thumb and keyboard do the same. */
import type { WorkshopView } from '@throughline/shared/protocol'
import {
  dotsLeft,
  dotsOn,
  DOTS_SEALED,
  FEW_VOTERS,
  giveDot,
  NO_VOTE_ITEMS,
  SEVERAL_FINE,
  takeDot,
  VOTE_CLOSED,
} from '../../text/workshop.ts'
import type { LiveWorkshop } from '../../workshop/index.ts'
import voteStyles from './Vote.module.css'
import styles from './Workshop.module.css'

export interface Votable {
  readonly id: string
  readonly text: string
}

export interface VotePartProps {
  readonly live: LiveWorkshop
  readonly vote: NonNullable<WorkshopView['vote']>
}

export function VotePart({ live, vote }: VotePartProps) {
  const { open, left, about, counts, thin } = vote
  if (about.length === 0) return <p className={styles['empty']}>{NO_VOTE_ITEMS}</p>
  const shown = counts === null ? about : about.toSorted((a, b) => (counts[b.id] ?? 0) - (counts[a.id] ?? 0))
  const most = Object.values(vote.mine).reduce((sum, dots) => sum + dots, left)
  return (
    <div className={voteStyles['vote']}>
      <p role="status" className={voteStyles['left']}>
        {open ? (
          <>
            <strong>{dotsLeft(left)}</strong> {SEVERAL_FINE}
          </>
        ) : (
          VOTE_CLOSED
        )}
      </p>
      <ul className={voteStyles['votables']}>
        {shown.map((one) => (
          <li key={one.id}>
            <p className={voteStyles['wording']} dir="auto">
              {one.text}
            </p>
            {counts === null ? (
              <Dots live={live} one={one} dots={vote.mine[one.id] ?? 0} left={left} most={most} closed={!open} />
            ) : (
              <p className={`${styles['count']} tnum`}>{dotsOn(counts[one.id] ?? 0)}</p>
            )}
          </li>
        ))}
      </ul>
      <p className={styles['note']}>
        {DOTS_SEALED} {thin && FEW_VOTERS}
      </p>
    </div>
  )
}

interface DotsProps {
  readonly live: LiveWorkshop
  readonly one: Votable
  readonly dots: number
  readonly left: number
  readonly most: number
  readonly closed: boolean
}

function Dots({ live, one, dots, left, most, closed }: DotsProps) {
  const canTake = !closed && dots > 0
  const canGive = !closed && left > 0
  // Never disabled: a disabled button lets go of the focus, and who votes by keyboard begins anew.
  const put = (wanted: number, can: boolean) => can && void live.send({ type: 'vote', about: one.id, dots: wanted })
  return (
    <div className={voteStyles['dots']}>
      <button
        type="button"
        aria-label={takeDot(one.text)}
        aria-disabled={!canTake}
        onClick={() => put(dots - 1, canTake)}
      >
        −
      </button>
      <span role="img" aria-label={dotsOn(dots)} className={voteStyles['row-of-dots']}>
        {Array.from({ length: most }, (_, at) => (
          <i key={at} data-on={at < dots} />
        ))}
      </span>
      <button
        type="button"
        aria-label={giveDot(one.text)}
        aria-disabled={!canGive}
        onClick={() => put(dots + 1, canGive)}
      >
        +
      </button>
    </div>
  )
}
