/** The server does not take what was written here: its words, to be taken along, and a way to go on. */
import { useComments, useSession } from '../../session/hooks.ts'
import { LET_GO, REFUSED, REFUSED_HELP } from '../../text/comments.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './CommentsPanel.module.css'

export function RefusedComments() {
  const session = useSession()
  const isRefused = useComments(({ saved }) => saved.is === 'refused' && saved.waiting)
  if (!isRefused) return null
  const letGo = () => session.comments.forget().finally(() => window.location.reload())
  return (
    <div className={styles['refused']} role="alert">
      <p>
        {REFUSED} {REFUSED_HELP}
      </p>
      <textarea
        className={styles['field']}
        readOnly
        rows={5}
        aria-label={REFUSED}
        value={session.comments.unsent().join('\n\n')}
      />
      <Button onClick={() => void letGo()}>{LET_GO}</Button>
    </div>
  )
}
