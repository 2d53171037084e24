/** One conversation: what it is about, what was said, and a field to answer in. */
import { answerThread, setResolved, type Thread } from '@throughline/shared/comments'
import { useEffect, useRef } from 'react'
import { useSession } from '../../session/hooks.ts'
import * as says from '../../text/comments.ts'
import { sayDay } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { useMapHidden } from '../notices/use-map-hidden.ts'
import { AboutLine } from './AboutLine.tsx'
import { CommentEntry } from './CommentEntry.tsx'
import { Composer } from './Composer.tsx'
import { ProposalBox } from './ProposalBox.tsx'
import { see } from './seen.ts'
import { useConcerns } from './use-concerns.ts'
import { usePeople } from './use-people.ts'
import styles from './CommentsPanel.module.css'

export function ThreadView({ thread }: { readonly thread: Thread }) {
  const session = useSession()
  const { people, nameOf } = usePeople()
  const mapHidden = useMapHidden()
  const { id, about, comments, resolved } = thread
  const list = useRef<HTMLOListElement>(null)
  const { canComment } = session.comments
  useEffect(() => list.current?.focus(), [id])
  const concerns = useConcerns()
  useEffect(() => {
    see(
      session.mapId,
      concerns.filter((concern) => concern.thread.id === id),
      concerns,
    )
  }, [session, concerns, id])
  const resolve = (isResolved: boolean) => {
    session.comments.write((doc, me) => setResolved(doc, me, id, isResolved, session.now()))
    session.say(isResolved ? says.RESOLVED_SAID : says.REOPENED_SAID)
  }
  const copy = async () => {
    const { origin, pathname } = window.location
    session.say((await copyText(`${origin}${pathname}#thread=${id}`)) ? says.LINK_COPIED : says.LINK_NOT_COPIED)
  }
  return (
    <article className={styles['thread']} aria-label={says.COMMENT} data-thread={id}>
      <AboutLine
        about={about}
        terse={thread.proposal !== null}
        onShow={mapHidden ? null : () => session.canvas?.showAbout(about)}
      />
      {thread.proposal !== null && <ProposalBox thread={thread} proposal={thread.proposal} />}
      <ol ref={list} className={styles['comments']} tabIndex={-1} aria-label={says.COMMENTS_PANEL}>
        {comments.map((comment) => (
          <CommentEntry key={comment.id} comment={comment} />
        ))}
      </ol>
      {resolved !== null && (
        <p className={styles['resolved']}>
          {says.resolvedBy(nameOf(resolved.by, resolved.name), sayDay(resolved.at, session.now()))}
        </p>
      )}
      <div className={styles['acts']}>
        {canComment && (
          <Button onClick={() => resolve(resolved === null)}>{resolved === null ? says.RESOLVE : says.REOPEN}</Button>
        )}
        <Button look="text" onClick={() => void copy()}>
          {says.COPY_LINK}
        </Button>
      </div>
      {canComment ? (
        <Composer
          label={says.YOUR_ANSWER}
          people={people}
          onSend={(words) => {
            const sent = session.comments.write((doc, me) => answerThread(doc, me, thread, words, session.now()))
            session.say(sent === null ? says.NOT_KNOWN_YET : says.SENT)
            return sent?.ok === true
          }}
        />
      ) : (
        <p className={styles['quiet']}>{says.READING_COMMENTS}</p>
      )}
    </article>
  )
}
