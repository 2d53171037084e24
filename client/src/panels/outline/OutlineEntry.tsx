/** One block of the outline with what hangs on it. Chosen, it shows what it holds and what can be done to it. */
import { lineKey, type OutlineEntry as Entry } from '@throughline/shared/outline'
import type { BlockId, BlockKind, Voice } from '@throughline/shared/schema'
import type { Trace } from '@throughline/shared/trace'
import { createContext, memo, useContext } from 'react'
import { useComments, useMapSnapshot } from '../../session/hooks.ts'
import { openThreads } from '../../text/comments.ts'
import { HANGS, STANDS_ABOVE } from '../../text/outline.ts'
import { MISSING } from '../../text/trace.ts'
import { ADD_KIND, KIND_WORDS, sayStatus } from '../../text/words.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { shownStatus, StatusGlyph } from '../../ui/StatusGlyph.tsx'
import type { OutlineActs } from './acts.ts'
import { EntryActs } from './EntryActs.tsx'
import { EntryHolds } from './EntryHolds.tsx'
import { EntryStatement } from './EntryStatement.tsx'
import styles from './OutlinePanel.module.css'

/** The line that is lit, or null. */
export const TraceContext = createContext<Trace | null>(null)

export interface OutlineEntryProps {
  readonly entry: Entry
  /** 0 at the top. */
  readonly level: number
  readonly parent: BlockId | null
  readonly voices: readonly Voice[]
  /** The block whose statement is being written in, here in the outline. */
  readonly writing: BlockId | null
  readonly acts: OutlineActs
}

const HEADINGS = ['h3', 'h4', 'h5', 'h6'] as const

export const OutlineEntry = memo(function OutlineEntry({
  entry,
  level,
  parent,
  voices,
  writing,
  acts,
}: OutlineEntryProps) {
  const { block, hangs, again, under } = entry
  const trace = useContext(TraceContext)
  const here = useMapSnapshot(({ view }) => view.selected.includes(block.id))
  const Heading = HEADINGS[Math.min(level, HEADINGS.length - 1)] ?? 'h6'
  const line = lineKey(parent, block.id)
  const isWritten = writing === block.id && !again
  const traced = trace === null ? undefined : trace.blocks.has(block.id)
  return (
    <li className={styles['entry']} data-level={level} data-entry={line} data-traced={traced}>
      <div className={styles['row']}>
        <span className={`${styles['kind']} ${styles[block.kind]}`}>
          <KindGlyph kind={block.kind} />
          {KIND_WORDS[block.kind]}
        </span>
        <span className={styles['relation']}>{HANGS[hangs]}</span>
        <span className={styles['status']}>
          <CommentCount id={block.id} />
          <StatusGlyph status={shownStatus(block)} />
          {sayStatus(block, Date.now())}
        </span>
        <Heading className={styles['statement']}>
          <EntryStatement block={block} line={line} here={here} writing={isWritten} acts={acts} />
        </Heading>
        {again && <p className={styles['again']}>{STANDS_ABOVE}</p>}
        {here && !again && !isWritten && <EntryActs block={block} parent={parent} acts={acts} />}
        {here && !again && <EntryHolds block={block} voices={voices} acts={acts} />}
      </div>
      {!again && <Gaps id={block.id} trace={trace} acts={acts} />}
      {under.length > 0 && (
        <ul>
          {under.map((one) => (
            <OutlineEntry
              key={one.block.id}
              entry={one}
              level={level + 1}
              parent={block.id}
              voices={voices}
              writing={writing}
              acts={acts}
            />
          ))}
        </ul>
      )}
    </li>
  )
})

function CommentCount({ id }: { readonly id: BlockId }) {
  const open = useComments(({ openByBlock }) => openByBlock.get(id) ?? 0)
  return open === 0 ? null : <span>{openThreads(open)} ·</span>
}

interface GapsProps {
  readonly id: BlockId
  readonly trace: Trace | null
  readonly acts: OutlineActs
}

/** Where the traced line breaks at this block: empty places, and a press writes. */
function Gaps({ id, trace, acts }: GapsProps) {
  const missing: readonly BlockKind[] = trace?.breaks.filter(({ at }) => at === id).map((one) => one.missing) ?? []
  return missing.map((kind) => (
    <div key={kind} className={styles['gap']}>
      <KindGlyph kind={kind} tinted />
      <span>{MISSING[kind]}</span>
      {acts.canWrite && (
        <button type="button" onClick={() => acts.add(kind, id)}>
          {ADD_KIND[kind]}
        </button>
      )}
    </div>
  ))
}
