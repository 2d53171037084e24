/** What has changed on one map since this browser was last there: a line a block, the newest of them. */
import type { BlockKind } from '@throughline/shared/schema'
import type { ChangesAnswer } from '../../api/changes.ts'
import { newsEntries, wordsOf, type NewsEntry } from '../../session/news-entries.ts'
import { andMore, commentsWait, nothingSince, sayDeed, sayNames, SEE_ON_MAP, sinceVisit } from '../../text/changes.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import styles from './MapNews.module.css'

const SHOWN = 4
/** What people come back for first; of a kind the newest first. */
const FIRST: readonly NewsEntry['is'][] = ['agreed', 'reworded', 'added', 'gone', 'changed', 'expired']

function rank({ is }: NewsEntry): number {
  const at = FIRST.indexOf(is)
  return at === -1 ? FIRST.length : at
}

export interface MapNewsProps {
  readonly answer: ChangesAnswer
  readonly title: string
  readonly address: string
  readonly now: number
}

export function MapNews({ answer, title, address, now }: MapNewsProps) {
  const entries = newsEntries(answer).toSorted((a, b) => rank(a) - rank(b) || b.at - a.at)
  const { comments, since } = answer
  if (entries.length === 0 && comments === 0) return <p>{nothingSince(since, now)}</p>
  // A single one that is left takes no more room itself.
  const shown = entries.length === SHOWN + 1 ? entries : entries.slice(0, SHOWN)
  const more = entries.length - shown.length
  return (
    <>
      <ul className={styles['news']}>
        {shown.map((entry) => (
          <Line key={entry.block ?? entry.is} entry={entry} />
        ))}
        {more > 0 && (
          <li>
            <span className={styles['dot']} aria-hidden="true" />
            {andMore(more)}
          </li>
        )}
        {comments > 0 && (
          <li>
            <span className={styles['dot']} aria-hidden="true" />
            {commentsWait(comments)}
          </li>
        )}
      </ul>
      <p className={styles['see']}>
        <a href={address} aria-label={`${SEE_ON_MAP}: ${title}`}>
          {SEE_ON_MAP}
        </a>
        <span>{sinceVisit(since, now)}</span>
      </p>
    </>
  )
}

function Line({ entry }: { readonly entry: NewsEntry }) {
  const about = entry.block === null ? null : entry.changes[0]?.about
  const kind: BlockKind | undefined = about?.kind ?? (entry.is === 'expired' ? 'proof' : undefined)
  const words = wordsOf(entry)
  return (
    <li>
      {kind === undefined ? (
        <span className={styles['dot']} aria-hidden="true" />
      ) : (
        <span className={styles['kind']}>
          <KindGlyph kind={kind} tinted />
        </span>
      )}
      <span>
        {entry.is === 'expired' ? (
          sayDeed(entry, kind, 'a')
        ) : (
          <>
            <strong>{sayNames(entry.who)}</strong> {sayDeed(entry, kind, 'a')}
          </>
        )}
        {words !== '' && (
          <>
            {': '}
            <q className={styles['words']} dir="auto">
              {words}
            </q>
          </>
        )}
      </span>
    </li>
  )
}
