/** What has been said about the block, by a line each, and the way to say something oneself. */
import { isOpen } from '@throughline/shared/comments'
import type { Block } from '@throughline/shared/schema'
import { useMemo } from 'react'
import { useComments, useMapSnapshot, useSession } from '../../session/hooks.ts'
import { commentOn } from '../../session/view.ts'
import { COMMENT_ON_THIS, COMMENTS_PANEL, NONE_HERE } from '../../text/comments.ts'
import { PROPOSE, wordedBy } from '../../text/proposals.ts'
import { sayDay } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { ThreadRow } from '../comments/ThreadRow.tsx'
import styles from './BlockPanel.module.css'

export function BlockComments({ block }: { readonly block: Block }) {
  const session = useSession()
  const threads = useComments((comments) => comments.threads)
  const decided = useMapSnapshot((snapshot) => snapshot.decided)
  const open = useMemo(
    () =>
      threads.filter(
        (thread) => isOpen(thread, decided) && thread.about.is === 'block' && thread.about.block === block.id,
      ),
    [threads, decided, block.id],
  )
  return (
    <section className={styles['group']}>
      <h3 className={styles['heading']}>{COMMENTS_PANEL}</h3>
      <WordedBy block={block} />
      {open.length === 0 ? (
        <p className={styles['quiet']}>{NONE_HERE}</p>
      ) : (
        <ol>
          {open.map((thread) => (
            <ThreadRow key={thread.id} thread={thread} ofBlock />
          ))}
        </ol>
      )}
      {session.comments.canComment && (
        <p className={styles['acts']}>
          <Button look="text" onClick={() => session.setView({ commenting: { is: 'new', about: commentOn(block) } })}>
            {COMMENT_ON_THIS}
          </Button>
          <Button
            look="text"
            onClick={() =>
              session.setView({ commenting: { is: 'new', about: commentOn(block, 'statement'), proposes: true } })
            }
          >
            {PROPOSE}
          </Button>
        </p>
      )}
    </section>
  )
}

/** Whose wording the statement is, as long as it reads as it was accepted. */
function WordedBy({ block }: { readonly block: Block }) {
  const session = useSession()
  const decided = useMapSnapshot((snapshot) => snapshot.decided)
  const accepted = [...decided.values()]
    .filter((one) => one.is === 'accepted' && one.block === block.id && one.wording === block.statement)
    .toSorted((a, b) => b.at - a.at)[0]
  if (accepted === undefined || accepted.author === '') return null
  return <p className={styles['quiet']}>{wordedBy(accepted.author, sayDay(accepted.at, session.now()))}</p>
}
