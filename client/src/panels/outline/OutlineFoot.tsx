/** Adding what hangs on nothing yet. */
import { BLOCK_KINDS, type BlockKind } from '@throughline/shared/schema'
import { ADD_KIND, KIND_WORDS } from '../../text/words.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import styles from './OutlinePanel.module.css'

export function OutlineFoot({ onAdd }: { readonly onAdd: (kind: BlockKind) => void }) {
  return (
    <ul className={styles['add']} aria-label="Add a block">
      <li className={styles['add-says']} aria-hidden="true">
        Add
      </li>
      {BLOCK_KINDS.map((kind) => (
        <li key={kind}>
          <button type="button" className={styles['add-kind']} aria-label={ADD_KIND[kind]} onClick={() => onAdd(kind)}>
            <KindGlyph kind={kind} tinted />
            {KIND_WORDS[kind]}
          </button>
        </li>
      ))}
    </ul>
  )
}
