/** What could be settled next: what the dots fell on, else what was written, else what is on the map. */
import type { WorkshopView } from '@throughline/shared/protocol'
import type { BlockId } from '@throughline/shared/schema'
import { useEffect, useState } from 'react'
import { useCanWrite, useMap } from '../../session/hooks.ts'
import { ADOPT_AND_SETTLE, dotsOn, IS_AGREED, NOTHING_TO_SETTLE, SETTLE_THIS } from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import type { LiveWorkshop } from '../../workshop/index.ts'
import { candidatesOf, type Candidate } from './candidates-of.ts'
import writingStyles from './Writing.module.css'
import styles from './Workshop.module.css'

export interface CandidatesProps {
  readonly live: LiveWorkshop
  readonly view: WorkshopView
  readonly busy: boolean
  readonly onChoose: (block: BlockId) => void
}

export function Candidates({ live, view, busy, onChoose }: CandidatesProps) {
  const canWrite = useCanWrite()
  const map = useMap()
  const candidates = candidatesOf(view, map)
  // Adopted here just now: it is settled as soon as it is on the map.
  const [adopting, setAdopting] = useState<string | null>(null)
  const arrived = candidates.find(({ id }) => id === adopting)?.block ?? null
  useEffect(() => {
    if (arrived === null) return
    setAdopting(null)
    onChoose(arrived)
  }, [arrived, onChoose])
  if (candidates.length === 0) return <p className={styles['empty']}>{NOTHING_TO_SETTLE}</p>
  const adopt = (id: string) => {
    setAdopting(id)
    void live.send({ type: 'adopt', writing: id })
  }
  return (
    <ul className={writingStyles['writings']}>
      {candidates.map((candidate) => (
        <li key={candidate.id}>
          <p className={writingStyles['said']} dir="auto">
            {candidate.text}
          </p>
          <p className={styles['acts']}>
            {candidate.dots !== null && <span className={styles['count']}>{dotsOn(candidate.dots)}</span>}
            <Act candidate={candidate} busy={busy} mayAdopt={canWrite} onAdopt={adopt} onChoose={onChoose} />
          </p>
        </li>
      ))}
    </ul>
  )
}

interface ActProps {
  readonly candidate: Candidate
  readonly busy: boolean
  readonly mayAdopt: boolean
  readonly onAdopt: (writing: string) => void
  readonly onChoose: (block: BlockId) => void
}

function Act({ candidate: { id, text, block, agreed }, busy, mayAdopt, onAdopt, onChoose }: ActProps) {
  const heard = <span className="only-heard">: {text}</span>
  if (block !== null)
    return (
      <>
        <Button look="text" onClick={() => onChoose(block)}>
          {SETTLE_THIS}
          {heard}
        </Button>
        {agreed && <span className={styles['meta']}>{IS_AGREED}</span>}
      </>
    )
  if (!mayAdopt) return null
  return (
    <Button look="text" aria-disabled={busy} onClick={() => onAdopt(id)}>
      {ADOPT_AND_SETTLE}
      {heard}
    </Button>
  )
}
