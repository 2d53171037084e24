/** What one can do to the block that is chosen, and to what hangs on it. */
import type { Block, BlockId, BlockKind } from '@throughline/shared/schema'
import { ADD_KIND } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './OutlinePanel.module.css'

export interface OutlineActs {
  readonly canWrite: boolean
  /** Chooses it here and on the canvas. */
  readonly show: (id: BlockId) => void
  /** Puts the caret into its statement. */
  readonly write: (id: BlockId) => void
  /** The caret has left its statement. */
  readonly leave: (id: BlockId) => void
  /** Opens everything the chosen block holds. */
  readonly open: () => void
  /** Makes a block, linked with another if given, and writes in it. */
  readonly add: (kind: BlockKind, beside: BlockId | null) => void
}

/** What hangs on each kind in the outline. */
const NEXT: Record<BlockKind, readonly BlockKind[]> = {
  purpose: ['value', 'proof'],
  value: ['audience', 'proof'],
  audience: ['value'],
  proof: ['value'],
}

export function EntryActs({ block, acts }: { readonly block: Block; readonly acts: OutlineActs }) {
  return (
    <div className={styles['acts']}>
      <span className={styles['key']}>
        <Button look="text" onClick={() => acts.write(block.id)}>
          Write
        </Button>
        <kbd aria-hidden="true">Enter</kbd>
      </span>
      {NEXT[block.kind].map((kind) => (
        <Button key={kind} look="text" onClick={() => acts.add(kind, block.id)}>
          {ADD_KIND[kind]}
        </Button>
      ))}
      <Button look="text" onClick={acts.open}>
        All it holds
      </Button>
    </div>
  )
}
