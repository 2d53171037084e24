/** One slot: a text of a block, in the editor that it has everywhere, or a gap that one press fills. */
import { setField } from '@throughline/shared/doc'
import type { FilledSlot, LensCell } from '@throughline/shared/lenses'
import { LIMITS, type BlockId, type BlockKind } from '@throughline/shared/schema'
import { use } from 'react'
import { useMapSnapshot, useSession } from '../../session/hooks.ts'
import { valueKey } from '../../session/presence.ts'
import { FIELD_HINTS } from '../../text/block-panel.ts'
import { fillGap, fillGapNamed, slotOf } from '../../text/lenses.ts'
import { KIND_QUESTIONS } from '../../text/words.ts'
import { WrittenText } from '../../writing/index.ts'
import { WholeValue } from '../block/WholeValue.tsx'
import { FillingContext } from './filling.ts'
import styles from './LensesPanel.module.css'

export interface LensSlotViewProps {
  readonly block: BlockId
  readonly cell: LensCell
  readonly slot: FilledSlot
  /** Whether the heading above it says what it is. */
  readonly isNamed: boolean
}

export function LensSlotView({ block, cell: { kind, about }, slot, isNamed }: LensSlotViewProps) {
  const session = useSession()
  const { id, label, part, text } = slot
  const commit = (words: string) => part !== 'statement' && session.edit((map) => setField(map, block, part, words))
  return (
    <div
      className={styles['slot']}
      data-lens-slot={`${block} ${id}`}
      data-gap={text === ''}
      data-part={part === 'statement' ? 'statement' : 'field'}
      data-named={isNamed}
    >
      {part === 'statement' ? (
        <WrittenText
          blockId={block}
          name="statement"
          label={label}
          words={text}
          placeholder={KIND_QUESTIONS[kind]}
          look="statement"
        />
      ) : (
        <WholeValue
          about={valueKey(block, part)}
          label={slotOf(label, text === '' ? about : '')}
          value={text}
          limit={LIMITS.fieldLength}
          placeholder={FIELD_HINTS[part]}
          onCommit={commit}
        />
      )}
    </div>
  )
}

interface GapSlotProps {
  readonly slot: FilledSlot
  readonly kind: BlockKind
  /** What the block will be linked with. */
  readonly beside: BlockId | null
  readonly isNamed: boolean
}

export function GapSlot({ slot, kind, beside, isNamed }: GapSlotProps) {
  const fill = use(FillingContext)
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  return (
    <div
      className={styles['slot']}
      data-gap
      data-part={slot.part === 'statement' ? 'statement' : 'field'}
      data-named={isNamed}
    >
      <span className={styles['lead']} aria-hidden="true">
        {slot.label}
      </span>
      {canWrite ? (
        <button
          type="button"
          className={styles['fill']}
          aria-label={fillGapNamed(slot, kind)}
          onClick={() => fill(kind, beside, slot.id)}
        >
          {fillGap(slot, kind)}
        </button>
      ) : (
        <span className={styles['fill']}>{fillGap(slot, kind)}</span>
      )}
    </div>
  )
}
