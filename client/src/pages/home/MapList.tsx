/** The maps this browser knows, newest first. */
import type { MapId } from '@throughline/shared/schema'
import { Fragment, useState } from 'react'
import type { ChangesAnswer } from '../../api/changes.ts'
import type { KnownMap } from '../../browser/known-maps.ts'
import { briefAddress, mapAddress } from '../../routes.ts'
import type { Holding } from '../../session/device/left-on-device.ts'
import { AVAILABLE_OFFLINE, EDITS_GO_TOO, EDITS_WAIT } from '../../text/home.ts'
import { newsEntries } from '../../session/news-entries.ts'
import { titleOfMaps } from '../../text/changes.ts'
import { count, ROLE_SENTENCES, ROLE_WORDS, sayDay, sentence } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { MapNews } from './MapNews.tsx'
import { MapPicture } from './MapPicture.tsx'
import { useHeldMaps } from './use-held-maps.ts'
import { useNewsOfMaps } from './use-news-of-maps.ts'
import styles from './MapList.module.css'

export interface MapListProps {
  readonly maps: readonly KnownMap[]
  readonly now: number
  readonly onForget: (map: MapId) => void
}

export function MapList({ maps, now, onForget }: MapListProps) {
  const latest = maps[0]
  const opened = latest === undefined ? '' : sayDay(latest.openedAt, now)
  const { news, closed } = useNewsOfMaps(maps)
  const { held, opens } = useHeldMaps(closed)
  const moved = [...news.values()].filter(hasNews).length
  return (
    <>
      <h1 className={styles['title']}>
        {moved > 0 ? (
          titleOfMaps(maps.length, moved)
        ) : (
          <>
            {sentence(count(maps.length, 'map'))}, {maps.length === 1 ? 'opened' : 'the last one opened'} {opened}
          </>
        )}
      </h1>
      <ul className={styles['maps']}>
        {maps.map((map) => (
          <Fragment key={map.id}>
            <MapRow
              map={map}
              now={now}
              holds={held.get(map.id)}
              opens={opens}
              answer={news.get(map.id)}
              onForget={onForget}
            />
          </Fragment>
        ))}
      </ul>
    </>
  )
}

function hasNews(answer: ChangesAnswer): boolean {
  return answer.comments > 0 || newsEntries(answer).length > 0
}

interface MapRowProps {
  readonly map: KnownMap
  readonly now: number
  /** Undefined where this device keeps nothing of it. */
  readonly holds: Holding | undefined
  /** Whether what is kept opens without a network. */
  readonly opens: boolean
  /** What has changed there, once the server has said. */
  readonly answer: ChangesAnswer | undefined
  readonly onForget: (map: MapId) => void
}

function MapRow({ map, now, holds, opens, answer, onForget }: MapRowProps) {
  const [asks, setAsks] = useState(false)
  const title = map.title === '' ? 'Untitled map' : map.title
  const address = map.role === 'reader' ? briefAddress(map.id) : mapAddress(map.id)
  return (
    <li className={styles['map']}>
      <div className={styles['what']}>
        <h2>
          <a href={address} className={styles['name']} dir="auto">
            {title}
          </a>
        </h2>
        {map.subject !== '' && (
          <p className={styles['subject']} dir="auto">
            {map.subject}
          </p>
        )}
      </div>
      <div className={styles['how']}>
        {asks ? (
          <p role="alert">
            Take it off this list? The map stays at the server; this browser forgets how to open it.
            {holds === 'map-and-edits' && ` ${EDITS_GO_TOO}`}
          </p>
        ) : answer !== undefined ? (
          <>
            <MapNews answer={answer} title={title} address={address} now={now} />
            {holds !== undefined && opens && <p>{AVAILABLE_OFFLINE}</p>}
          </>
        ) : (
          <p>
            Opened {sayDay(map.openedAt, now)}. {ROLE_WORDS[map.role]}: {ROLE_SENTENCES[map.role].toLowerCase()}.{' '}
            {holds !== undefined && opens && AVAILABLE_OFFLINE}
          </p>
        )}
        {holds === 'map-and-edits' && !asks && <p>{EDITS_WAIT}</p>}
        <p className={styles['acts']}>
          {asks && (
            <Button look="text" onClick={() => onForget(map.id)} aria-label={`Forget ${title}`}>
              Forget it
            </Button>
          )}
          <Button
            look="text"
            onClick={() => setAsks(!asks)}
            aria-label={asks ? `Keep ${title} on the list` : `Forget ${title}…`}
          >
            {asks ? 'Keep it' : 'Forget'}
          </Button>
        </p>
      </div>
      <MapPicture plates={map.plates} />
    </li>
  )
}
