/** What everybody was brought to, for whoever has no map before them. */
import type { WorkshopView } from '@throughline/shared/protocol'
import { ALL_LOOK_AT } from '../../text/workshop.ts'
import { BlockCard } from './BlockCard.tsx'
import styles from './Blocks.module.css'

/** Always there to be heard; empty while nobody is brought anywhere. */
export function Looking({ view: { brought, blocks = [] } }: { readonly view: WorkshopView }) {
  const seen = (brought?.blocks ?? []).flatMap((id) => blocks.find(({ block }) => block === id) ?? [])
  const words = brought?.text ?? ''
  return (
    <div role="status" className={styles['looking']}>
      {(seen.length > 0 || words !== '') && <p className={styles['label']}>{ALL_LOOK_AT}</p>}
      {seen.map((block) => (
        <BlockCard key={block.block} block={block} />
      ))}
      {seen.length === 0 && words !== '' && (
        <p className={styles['statement']} dir="auto">
          {words}
        </p>
      )}
    </div>
  )
}

export const isBrought = ({ brought }: WorkshopView): boolean => (brought?.about ?? null) !== null
