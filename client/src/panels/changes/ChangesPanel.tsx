/** What has changed since one was last here, to read: block by block, in the order of the outline, with who and when. */
import { useEffect, useRef } from 'react'
import { useMap, useNews, useSession } from '../../session/hooks.ts'
import type { NewsEntry } from '../../session/news-entries.ts'
import { newsOf } from '../../session/news-watch.ts'
import {
  CHANGES_PANEL,
  LOOK_AT_IT,
  LOOK_AT_THEM,
  NO_ANSWER_YET,
  NOTHING_CHANGED,
  sayCounts,
  sayNewsLine,
} from '../../text/changes.ts'
import { KIND_WORDS } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { EntryDeed, EntryWords } from './EntryWords.tsx'
import { WhichBlocks } from './WhichBlocks.tsx'
import styles from './ChangesPanel.module.css'

export interface ChangesPanelProps {
  readonly onClose?: (() => void) | undefined
  /** The line that it was opened from is gone by now. */
  readonly takesFocus: boolean
}

export function ChangesPanel({ onClose, takesFocus }: ChangesPanelProps) {
  const session = useSession()
  const { since, entries, comments, at } = useNews()
  const now = session.now()
  const counts = sayCounts(entries, comments)
  return (
    <Panel
      title={CHANGES_PANEL}
      intro={since !== null && counts !== '' ? sayNewsLine(since, now, counts) : undefined}
      onClose={onClose}
      takesFocus={takesFocus}
    >
      {/* On a phone the panel's own head is only heard. */}
      {onClose === undefined && since !== null && counts !== '' && (
        <p className={styles['intro']}>{sayNewsLine(since, now, counts)}</p>
      )}
      {since === null && <p className={styles['none']}>{NO_ANSWER_YET}</p>}
      {since !== null && entries.length === 0 && <p className={styles['none']}>{NOTHING_CHANGED}</p>}
      <ol className={styles['list']}>
        {entries.map((entry, n) => (
          <Entry
            key={entry.block ?? entry.is}
            entry={entry}
            now={now}
            here={at === n}
            onLook={onClose && (() => newsOf(session).lookAt(n))}
          />
        ))}
      </ol>
    </Panel>
  )
}

interface EntryProps {
  readonly entry: NewsEntry
  readonly now: number
  readonly here: boolean
  /** Absent where there is no canvas beside the panel. */
  readonly onLook: (() => void) | undefined
}

function Entry({ entry, now, here, onLook }: EntryProps) {
  const { block } = entry
  const map = useMap()
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (here) line.current?.scrollIntoView({ block: 'nearest' })
  }, [here])
  const kind = block === null ? undefined : (entry.changes[0]?.about?.kind ?? map.blocks.get(block)?.kind)
  const isThere = entry.blocks.some((id) => map.blocks.has(id))
  return (
    <li ref={line} className={styles['entry']} data-here={here} aria-current={here ? 'step' : undefined}>
      <p className={styles['deed']}>
        {kind !== undefined && (
          <span className={styles['kind']} title={KIND_WORDS[kind]}>
            <KindGlyph kind={kind} tinted />
          </span>
        )}
        <span>
          <EntryDeed entry={entry} now={now} />
        </span>
      </p>
      <EntryWords entry={entry} />
      {entry.is === 'expired' && block !== null && (
        <p className={styles['words']} dir="auto">
          {map.blocks.get(block)?.statement}
        </p>
      )}
      {entry.blocks.length > 1 && <WhichBlocks blocks={entry.blocks} map={map} />}
      {isThere && onLook !== undefined && (
        <p className={styles['acts']}>
          <Button look="text" onClick={onLook}>
            {entry.blocks.length > 1 ? LOOK_AT_THEM : LOOK_AT_IT}
          </Button>
        </p>
      )}
    </li>
  )
}
