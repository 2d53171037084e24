/** The comments of a map: what concerns me, all that are open, those that are resolved, and one at a time in full. */
import { isOpen, type Thread } from '@throughline/shared/comments'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useComments, useMap, useMapSnapshot, useSession, useView } from '../../session/hooks.ts'
import { commentOn } from '../../session/view.ts'
import * as says from '../../text/comments.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { NewThread } from './NewThread.tsx'
import { RefusedComments } from './RefusedComments.tsx'
import { isNew, see, seenOn } from './seen.ts'
import { ThreadRow } from './ThreadRow.tsx'
import { ThreadView } from './ThreadView.tsx'
import { useConcerns } from './use-concerns.ts'
import styles from './CommentsPanel.module.css'

export interface CommentsPanelProps {
  readonly onClose?: (() => void) | undefined
  readonly takesFocus?: boolean
}

export function CommentsPanel({ onClose, takesFocus = false }: CommentsPanelProps) {
  const session = useSession()
  const commenting = useView((view) => view.commenting)
  const loaded = useComments((comments) => comments.loaded)
  const thread = useComments(({ threads }) =>
    commenting?.is === 'thread' ? threads.find(({ id }) => id === commenting.thread) : undefined,
  )
  // The next time that the panel opens it shows them all.
  useEffect(() => () => session.setView({ commenting: null }), [session])
  const toAll = () => session.setView({ commenting: null })
  const back = (
    <Button look="text" onClick={toAll}>
      {says.ALL_COMMENTS}
    </Button>
  )
  return (
    <Panel
      title={says.COMMENTS_PANEL}
      onClose={onClose}
      // What one came for takes it otherwise.
      takesFocus={takesFocus && commenting === null}
      lead={commenting === null ? undefined : back}
    >
      <div className={styles['all']}>
        <RefusedComments />
        {commenting === null && loaded && <Lists />}
        {!loaded && <p role="status">{says.COMMENTS_COMING}</p>}
        {commenting?.is === 'new' && (
          <NewThread
            key={JSON.stringify(commenting)}
            about={commenting.about}
            proposes={commenting.proposes === true}
            onLeave={onClose ?? toAll}
          />
        )}
        {thread !== undefined && <ThreadView key={thread.id} thread={thread} />}
        {commenting?.is === 'thread' && loaded && thread === undefined && (
          <p className={styles['empty']}>{says.THREAD_GONE}</p>
        )}
      </div>
    </Panel>
  )
}

const TABS = ['mine', 'open', 'resolved'] as const
type Tab = (typeof TABS)[number]
const TAB_WORDS: Record<Tab, string> = { mine: says.FOR_YOU, open: says.OPEN, resolved: says.RESOLVED }
const NONE: Record<Tab, string> = { mine: says.NONE_FOR_YOU, open: says.NONE_OPEN, resolved: says.NONE_RESOLVED }

function Lists() {
  const session = useSession()
  const threads = useComments((comments) => comments.threads)
  const concerns = useConcerns()
  // As it was when one came: what is new stays marked while one looks.
  const [seen] = useState(() => seenOn(session.mapId))
  // A decision that one has read waits for nothing more.
  const mine = concerns.filter((concern) => concern.why !== 'decided' || isNew(seen, concern))
  const [tab, setTab] = useState<Tab>(mine.length > 0 ? 'mine' : 'open')
  useEffect(() => {
    if (tab === 'mine') see(session.mapId, concerns, concerns)
  }, [session, tab, concerns])
  const decided = useMapSnapshot((snapshot) => snapshot.decided)
  const open = useMemo(() => latestFirst(threads.filter((thread) => isOpen(thread, decided))), [threads, decided])
  const resolved = useMemo(() => latestFirst(threads.filter((thread) => !isOpen(thread, decided))), [threads, decided])
  const tabs = useRef<HTMLDivElement>(null)
  // Back from a thread, what had the focus is gone.
  useEffect(() => {
    if (document.activeElement === document.body)
      tabs.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
  }, [])
  const counts: Record<Tab, number> = { mine: mine.length, open: open.length, resolved: resolved.length }
  return (
    <>
      <Begin />
      <div ref={tabs} className={styles['tabs']} role="group" aria-label={says.WHICH}>
        {TABS.map((name) => (
          <button key={name} type="button" aria-pressed={tab === name} onClick={() => setTab(name)}>
            {TAB_WORDS[name]} <span className="tnum">{counts[name]}</span>
          </button>
        ))}
      </div>
      {counts[tab] === 0 && <p className={styles['empty']}>{NONE[tab]}</p>}
      <ol className={styles['rows']} aria-label={TAB_WORDS[tab]}>
        {tab === 'mine' &&
          mine.map((concern) => (
            <ThreadRow key={concern.thread.id} thread={concern.thread} concern={concern} isNew={isNew(seen, concern)} />
          ))}
        {tab !== 'mine' &&
          (tab === 'open' ? open : resolved).map((thread) => <ThreadRow key={thread.id} thread={thread} />)}
      </ol>
    </>
  )
}

function latestFirst(threads: readonly Thread[]): readonly Thread[] {
  return threads.toSorted((a, b) => (b.comments.at(-1)?.at ?? 0) - (a.comments.at(-1)?.at ?? 0))
}

/** On the block that is chosen, else on the place that one looks at. */
function Begin() {
  const session = useSession()
  const { blocks } = useMap()
  const chosen = useMapSnapshot(({ view }) => (view.selected.length === 1 ? view.selected[0] : undefined))
  const block = chosen === undefined ? undefined : blocks.get(chosen)
  const place = useMapSnapshot(({ hasCanvas }) => hasCanvas) ? session.canvas : null
  if (!session.comments.canComment) return <p className={styles['quiet']}>{says.READING_COMMENTS}</p>
  if (block !== undefined)
    return (
      <Button onClick={() => session.setView({ commenting: { is: 'new', about: commentOn(block) } })}>
        {says.COMMENT_ON_THIS}
      </Button>
    )
  if (place === null) return null
  return (
    <Button onClick={() => session.setView({ commenting: { is: 'new', about: place.placeToComment() } })}>
      {says.COMMENT_ON_PLACE}
    </Button>
  )
}
