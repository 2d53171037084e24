/** One block of the outline with what hangs on it. Chosen, it shows all that it holds. */
import type { Block, BlockId, Voice } from '@throughline/shared/schema'
import { memo } from 'react'
import { EVIDENCE_WORDS, FIELD_WORDS, KIND_QUESTIONS, KIND_WORDS, REACH_WORDS, sayStatus } from '../../text/words.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { shownStatus, StatusGlyph } from '../../ui/StatusGlyph.tsx'
import type { OutlineItem } from './outline-tree.ts'
import styles from './OutlinePanel.module.css'

export interface OutlineEntryProps {
  readonly item: OutlineItem
  /** 0 at the top. */
  readonly level: number
  readonly voices: readonly Voice[]
  readonly selected: readonly BlockId[]
  readonly onShow: (id: BlockId) => void
}

const HEADINGS = ['h3', 'h4', 'h5', 'h6'] as const

export const OutlineEntry = memo(function OutlineEntry({ item, level, voices, selected, onShow }: OutlineEntryProps) {
  const { block, relation, again, relatesTo, items } = item
  const Heading = HEADINGS[Math.min(level, HEADINGS.length - 1)] ?? 'h6'
  const here = selected.includes(block.id)
  const status = shownStatus(block)
  return (
    <li className={styles['entry']} data-level={level}>
      <div className={styles['row']}>
        <span className={`${styles['kind']} ${styles[block.kind]}`}>
          <KindGlyph kind={block.kind} />
          {KIND_WORDS[block.kind]}
        </span>
        <span className={styles['relation']}>{relation}</span>
        <span className={styles['status']}>
          <StatusGlyph status={status} />
          {sayStatus(block, Date.now())}
        </span>
        <Heading className={styles['statement']}>
          <button
            type="button"
            className={styles['choose']}
            data-outline-block={block.id}
            aria-current={here}
            onClick={() => onShow(block.id)}
          >
            <span dir="auto" className={block.statement === '' ? styles['question'] : styles[`says-${block.kind}`]}>
              {block.statement === '' ? KIND_QUESTIONS[block.kind] : block.statement}
            </span>
          </button>
        </Heading>
        {again && <p className={styles['again']}>Stands further up with all that hangs on it.</p>}
        {here && !again && <Holds block={block} voices={voices} relatesTo={relatesTo} />}
      </div>
      {items.length > 0 && (
        <ul>
          {items.map((one) => (
            <OutlineEntry
              key={one.block.id}
              item={one}
              level={level + 1}
              voices={voices}
              selected={selected}
              onShow={onShow}
            />
          ))}
        </ul>
      )}
    </li>
  )
})

interface HoldsProps {
  readonly block: Block
  readonly voices: readonly Voice[]
  readonly relatesTo: readonly Block[]
}

/** Detail, fields, tellings: everything beside the statement, in that order. */
function Holds({ block, voices, relatesTo }: HoldsProps) {
  const lines = [
    ...(block.detail === '' ? [] : [['Detail', block.detail] as const]),
    ...Object.entries(block.fields).map(
      ([name, value]) => [FIELD_WORDS[name as keyof typeof FIELD_WORDS], sayField(name, value)] as const,
    ),
    ...voices.flatMap(({ id, name }) => {
      const telling = block.tellings.get(id)
      return telling === undefined ? [] : [[name, telling] as const]
    }),
    ...(block.owner === '' ? [] : [['Owner', block.owner] as const]),
    ...relatesTo.map(({ statement }) => ['Relates to', statement] as const),
  ]
  if (lines.length === 0) return null
  return (
    <dl className={styles['holds']}>
      {lines.map(([label, text], at) => (
        <div key={at}>
          <dt>{label}</dt>
          <dd dir="auto">{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function sayField(name: string, value: string): string {
  if (name === 'reach') return REACH_WORDS[value as keyof typeof REACH_WORDS] ?? value
  if (name === 'evidence') return EVIDENCE_WORDS[value as keyof typeof EVIDENCE_WORDS] ?? value
  return value
}
