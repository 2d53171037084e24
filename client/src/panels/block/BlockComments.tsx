/** What has been said about the block, by a line each, and the way to say something oneself. */
import type { Block } from '@throughline/shared/schema'
import { useMemo } from 'react'
import { useComments, useSession } from '../../session/hooks.ts'
import { commentOn } from '../../session/view.ts'
import { COMMENT_ON_THIS, COMMENTS_PANEL, NONE_HERE } from '../../text/comments.ts'
import { Button } from '../../ui/Button.tsx'
import { ThreadRow } from '../comments/ThreadRow.tsx'
import styles from './BlockPanel.module.css'

export function BlockComments({ block }: { readonly block: Block }) {
  const session = useSession()
  const threads = useComments((comments) => comments.threads)
  const open = useMemo(
    () =>
      threads.filter(({ about, resolved }) => resolved === null && about.is === 'block' && about.block === block.id),
    [threads, block.id],
  )
  return (
    <section className={styles['group']}>
      <h3 className={styles['heading']}>{COMMENTS_PANEL}</h3>
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
        </p>
      )}
    </section>
  )
}
