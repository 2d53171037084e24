/** Ends the workshop for everybody, once that has been said again in place. */
import { useState } from 'react'
import { END_IT, END_SURELY, END_WORKSHOP, GO_ON_WITH_IT } from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import { useFocus } from '../../ui/use-focus.ts'
import type { LiveWorkshop } from '../../workshop/index.ts'
import styles from './Workshop.module.css'

export interface EndWorkshopProps {
  readonly live: LiveWorkshop
  readonly busy: boolean
  readonly look: 'filled' | 'text'
}

export function EndWorkshop({ live, busy, look }: EndWorkshopProps) {
  const [asks, setAsks] = useState(false)
  if (!asks)
    return (
      <Button look={look} large={look === 'filled'} aria-disabled={busy} onClick={() => setAsks(true)}>
        {END_WORKSHOP}
      </Button>
    )
  return <Surely live={live} busy={busy} onNot={() => setAsks(false)} />
}

interface SurelyProps {
  readonly live: LiveWorkshop
  readonly busy: boolean
  readonly onNot: () => void
}

function Surely({ live, busy, onNot }: SurelyProps) {
  const question = useFocus<HTMLParagraphElement>()
  return (
    <div className={styles['surely']} role="group" aria-label={END_WORKSHOP}>
      <p ref={question} tabIndex={-1}>
        {END_SURELY}
      </p>
      <p className={styles['acts']}>
        <Button aria-disabled={busy} onClick={() => void live.send({ type: 'end' })}>
          {END_IT}
        </Button>
        <Button look="text" onClick={onNot}>
          {GO_ON_WITH_IT}
        </Button>
      </p>
    </div>
  )
}
