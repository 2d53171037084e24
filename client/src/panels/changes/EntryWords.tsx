/** What has happened to one block, in words: who and when, and the wordings side by side. */
import type { ChangeSince } from '../../api/changes.ts'
import { wordsOf, type NewsEntry } from '../../session/news-entries.ts'
import { EXPIRED, sayDeed, sayNames } from '../../text/changes.ts'
import { sayDay } from '../../text/words.ts'
import styles from './ChangesPanel.module.css'
import { WordDiff } from './WordDiff.tsx'

export function EntryDeed({ entry, now }: { readonly entry: NewsEntry; readonly now: number }) {
  if (entry.is === 'expired') return <>{EXPIRED}</>
  const kind = entry.changes[0]?.about?.kind
  return (
    <>
      <strong>{sayNames(entry.who)}</strong> {sayDeed(entry, kind)}, {sayDay(entry.at, now)}.
    </>
  )
}

/** The words themselves; what a sentence says as well is said as one. */
export function EntryWords({ entry }: { readonly entry: NewsEntry }) {
  const { changes, is } = entry
  if (is === 'moved' || changes.length === 0) return null
  const about = changes[0]?.about
  if (is === 'added' || is === 'gone') {
    const words = wordsOf(entry)
    return words === '' ? null : (
      <p className={styles['words']} data-gone={is === 'gone'} dir="auto">
        {words}
      </p>
    )
  }
  const told = changes.filter(({ what }) => what !== 'moved' && what !== 'agreed')
  return (
    <>
      {!told.some(isRewording) && about !== null && about !== undefined && about.statement !== '' && (
        <p className={styles['words']} dir="auto">
          {about.statement}
        </p>
      )}
      {told.map((change) =>
        isRewording(change) ? (
          <p key={keyOf(change)} className={styles['words']}>
            <WordDiff before={String(change.before)} after={String(change.after)} />
          </p>
        ) : (
          <p key={keyOf(change)} className={styles['says']}>
            {change.further ?? change.says}
          </p>
        ),
      )}
    </>
  )
}

const isRewording = ({ what }: ChangeSince) => what === 'reworded'

/** Several links of one block may come and go. */
export const keyOf = ({ what, before, after }: Pick<ChangeSince, 'what' | 'before' | 'after'>): string =>
  what === 'linked' ? `linked ${String(after)}` : what === 'unlinked' ? `unlinked ${String(before)}` : what
