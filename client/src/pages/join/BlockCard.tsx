/** A block as far as a phone needs it: its kind and its statement. */
import type { BlockView } from '@throughline/shared/protocol'
import { NOTHING_WRITTEN } from '../../text/block-panel.ts'
import { KIND_WORDS } from '../../text/words.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import styles from './Blocks.module.css'

export function BlockCard({ block: { kind, statement } }: { readonly block: BlockView }) {
  return (
    <div className={styles['card']} data-kind={kind}>
      <p className={styles['kind']}>
        <KindGlyph kind={kind} />
        {KIND_WORDS[kind]}
      </p>
      <p className={styles['statement']} dir="auto">
        {statement === '' ? <em>{NOTHING_WRITTEN}</em> : statement}
      </p>
    </div>
  )
}
