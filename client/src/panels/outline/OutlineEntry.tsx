/** One block of the outline with what hangs on it. Chosen, it shows all that it holds. */
import type { Hanging, OutlineEntry as Entry } from '@throughline/shared/outline'
import type { Block, BlockId, Voice } from '@throughline/shared/schema'
import { memo } from 'react'
import { EVIDENCE_WORDS, FIELD_WORDS, KIND_WORDS, REACH_WORDS, sayStatus } from '../../text/words.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { shownStatus, StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { EntryActs, type OutlineActs } from './EntryActs.tsx'
import { EntryStatement } from './EntryStatement.tsx'
import styles from './OutlinePanel.module.css'

export interface OutlineEntryProps {
  readonly entry: Entry
  /** 0 at the top. */
  readonly level: number
  readonly voices: readonly Voice[]
  readonly selected: readonly BlockId[]
  /** The block whose statement is being written in, here in the outline. */
  readonly writing: BlockId | null
  readonly acts: OutlineActs
}

const HEADINGS = ['h3', 'h4', 'h5', 'h6'] as const

/** How it hangs on the block above it, in words. */
const HANGS: Record<Hanging, string> = {
  top: '',
  driven: 'driven by the purpose',
  served: 'served by it',
  supporting: 'supports it',
}

export const OutlineEntry = memo(function OutlineEntry({
  entry,
  level,
  voices,
  selected,
  writing,
  acts,
}: OutlineEntryProps) {
  const { block, hangs, again, related, under } = entry
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
        <span className={styles['relation']}>{HANGS[hangs]}</span>
        <span className={styles['status']}>
          <StatusGlyph status={status} />
          {sayStatus(block, Date.now())}
        </span>
        <Heading className={styles['statement']}>
          <EntryStatement block={block} here={here} writing={writing === block.id && !again} acts={acts} />
        </Heading>
        {again && <p className={styles['again']}>Stands further up with all that hangs on it.</p>}
        {here && !again && acts.canWrite && writing !== block.id && <EntryActs block={block} acts={acts} />}
        {here && !again && <Holds block={block} voices={voices} relatesTo={related} />}
      </div>
      {under.length > 0 && (
        <ul>
          {under.map((one) => (
            <OutlineEntry
              key={one.block.id}
              entry={one}
              level={level + 1}
              voices={voices}
              selected={selected}
              writing={writing}
              acts={acts}
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
