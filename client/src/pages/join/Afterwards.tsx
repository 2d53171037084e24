/** On a phone when all is over: what was decided, and what there is to take along. */
import type { WorkshopView } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { minutesAddress } from '../../api/workshop.ts'
import { briefAddress } from '../../routes.ts'
import { agreedBy, DECIDED, MINUTES, SEE_BRIEF, THANKS_ENDED } from '../../text/workshop.ts'
import { BlockCard } from './BlockCard.tsx'
import styles from './Blocks.module.css'
import page from './JoinPage.module.css'

export function Afterwards({ map, view: { blocks = [] } }: { readonly map: MapId; readonly view: WorkshopView }) {
  const decided = blocks.filter(({ settled }) => settled)
  return (
    <>
      <p className={page['says']}>{THANKS_ENDED}</p>
      {decided.length > 0 && (
        <section className={styles['looking']}>
          <h2 className={styles['label']}>{DECIDED}</h2>
          {decided.map((block) => (
            <div key={block.block}>
              <BlockCard block={block} />
              {block.agreed !== null && <p className={styles['note']}>{agreedBy(block.agreed)}</p>}
            </div>
          ))}
        </section>
      )}
      <p className={styles['ways']}>
        <a href={minutesAddress(map, 'pdf')} download>
          {MINUTES} (PDF)
        </a>
        <a href={briefAddress(map)}>{SEE_BRIEF}</a>
      </p>
    </>
  )
}
