/**
 * One quiet line when a map has opened: what has changed since one was last here. From it one steps through the changes
 * on the canvas, or reads them.
 */
import { useEffect } from 'react'
import { useNews, useSession } from '../../session/hooks.ts'
import { newsOf } from '../../session/news-watch.ts'
import {
  CHANGES_PANEL,
  DONE,
  NEXT,
  NEXT_CHANGE,
  NOT_NOW,
  PREVIOUS,
  PREVIOUS_CHANGE,
  READ_THEM,
  sayCounts,
  sayNewsLine,
  STEP_THROUGH,
  stepOf,
} from '../../text/changes.ts'
import { EntryDeed, EntryWords } from '../../panels/changes/EntryWords.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './NewsLine.module.css'

export interface NewsLineProps {
  readonly onRead: () => void
  /** Above the legend, or under the bar of a phone. */
  readonly place: 'canvas' | 'page'
}

export function NewsLine({ onRead, place }: NewsLineProps) {
  const session = useSession()
  const { since, entries, comments, at, away } = useNews()
  const news = newsOf(session)
  /** The button that was pressed goes with the line. */
  const putAway = (all: boolean) => {
    news.putAway(all)
    session.canvas?.focus()
  }
  const counts = sayCounts(entries, comments)
  const looked = at === null ? null : (entries[at]?.block ?? null)
  useEffect(() => {
    // Where there is no canvas to go to, the outline shows it.
    if (place === 'page' && looked !== null)
      document.querySelector(`[data-outline-block="${looked}"]`)?.scrollIntoView({ block: 'center' })
  }, [place, looked])
  if (since === null || away || counts === '') return null
  const entry = at === null ? undefined : entries[at]
  return (
    <section className={styles['news']} data-place={place} aria-label={CHANGES_PANEL}>
      <div role="status" className={styles['says']}>
        {entry === undefined || at === null ? (
          <p>{sayNewsLine(since, session.now(), counts)}</p>
        ) : (
          <>
            <p>
              <span className={`${styles['step']} tnum`}>{stepOf(at, entries.length)}</span>{' '}
              <EntryDeed entry={entry} now={session.now()} />
            </p>
            <div className={styles['words']}>
              <EntryWords entry={entry} />
            </div>
          </>
        )}
      </div>
      <p className={styles['acts']}>
        {entry === undefined || at === null ? (
          <>
            {entries.length > 0 && (
              <>
                <Button look="text" title={NEXT_CHANGE} aria-keyshortcuts="J" onClick={() => news.step(1)}>
                  {STEP_THROUGH}
                </Button>
                <kbd aria-hidden="true">J</kbd>
                <Button look="text" onClick={onRead}>
                  {READ_THEM}
                </Button>
              </>
            )}
            <Button look="text" onClick={() => putAway(false)}>
              {NOT_NOW}
            </Button>
          </>
        ) : (
          <>
            <Button look="text" title={PREVIOUS_CHANGE} disabled={at === 0} onClick={() => news.step(-1)}>
              {PREVIOUS}
            </Button>
            <Button
              look="text"
              title={NEXT_CHANGE}
              aria-keyshortcuts="J"
              disabled={at === entries.length - 1}
              onClick={() => news.step(1)}
            >
              {NEXT}
            </Button>
            <kbd aria-hidden="true">J</kbd>
            <Button look="text" onClick={() => putAway(true)}>
              {DONE}
            </Button>
          </>
        )}
      </p>
    </section>
  )
}
