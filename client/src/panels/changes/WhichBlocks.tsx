/** Folded up: which blocks several words were said of. */
import { KIND_WORDS } from '../../text/words.ts'
import type { BlockId, PositioningMap } from '@throughline/shared/schema'
import { NO_STATEMENT, WHICH_ONES } from '../../text/changes.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import styles from './ChangesPanel.module.css'

export interface WhichBlocksProps {
  readonly blocks: readonly BlockId[]
  readonly map: PositioningMap
}

export function WhichBlocks({ blocks, map }: WhichBlocksProps) {
  return (
    <details className={styles['which']}>
      <summary>{WHICH_ONES}</summary>
      <ul>
        {blocks.flatMap((id) => {
          const block = map.blocks.get(id)
          return block === undefined
            ? []
            : [
                <li key={id}>
                  <span className={styles['kind']} title={KIND_WORDS[block.kind]}>
                    <KindGlyph kind={block.kind} tinted />
                  </span>
                  <span dir="auto">{block.statement.trim() === '' ? NO_STATEMENT : block.statement}</span>
                </li>,
              ]
        })}
      </ul>
    </details>
  )
}
