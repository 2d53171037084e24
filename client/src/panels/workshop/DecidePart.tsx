/** Settling wordings, one block after the other: which one, then the wordings there are and the one that comes of them. */
import type { WorkshopView } from '@throughline/shared/protocol'
import type { Block, BlockId } from '@throughline/shared/schema'
import { useCallback } from 'react'
import { useSession } from '../../session/hooks.ts'
import { ANOTHER_BLOCK, CHOOSE_TO_DECIDE } from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import type { LiveWorkshop } from '../../workshop/index.ts'
import { Candidates } from './Candidates.tsx'
import { Dissent, ownDissent } from './Dissent.tsx'
import { Wordings } from './Wordings.tsx'
import writingStyles from './Writing.module.css'
import styles from './Workshop.module.css'

export interface DecidePartProps {
  readonly live: LiveWorkshop
  readonly view: WorkshopView
  readonly busy: boolean
  /** The one that is chosen on the map. */
  readonly block: Block | null
}

export function DecidePart({ live, view, busy, block }: DecidePartProps) {
  const session = useSession()
  const choose = useCallback(
    (id: BlockId | null) => {
      const chosen = id === null ? [] : [id]
      session.setView({ selected: chosen })
      if (id === null) session.canvas?.selectBlocks([])
      else session.canvas?.showBlocks(chosen)
    },
    [session],
  )
  if (block === null)
    return (
      <div className={writingStyles['deciding']}>
        <p className={styles['note']}>{CHOOSE_TO_DECIDE}</p>
        <Candidates live={live} view={view} busy={busy} onChoose={choose} />
      </div>
    )
  return (
    <div key={block.id} className={writingStyles['deciding']}>
      <p className={styles['acts']}>
        <Button look="text" onClick={() => choose(null)}>
          {ANOTHER_BLOCK}
        </Button>
      </p>
      <Wordings live={live} view={view} busy={busy} block={block} />
      <Dissent live={live} busy={busy} about={block.id} before={ownDissent(view, block.id)} />
    </div>
  )
}
