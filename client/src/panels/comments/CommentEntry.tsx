/** One comment: who, when, its words, and for its author what can be done to it. */
import { deleteComment, editComment, splitMentions, type Comment } from '@throughline/shared/comments'
import { useMemo, useState } from 'react'
import { useMapSnapshot, useSession } from '../../session/hooks.ts'
import * as says from '../../text/comments.ts'
import { sayDay } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Composer } from './Composer.tsx'
import { sayTime } from './say-time.ts'
import { usePeople } from './use-people.ts'
import styles from './CommentsPanel.module.css'

export function CommentEntry({ comment }: { readonly comment: Comment }) {
  const session = useSession()
  const { people, nameOf } = usePeople()
  const mine = useMapSnapshot(({ me }) => me.person === comment.by)
  const [step, setStep] = useState<'shown' | 'editing' | 'deleting'>('shown')
  const name = nameOf(comment.by, comment.name)
  const now = session.now()
  if (step === 'editing')
    return (
      <li className={styles['comment']}>
        <Composer
          label={says.EDIT}
          text={comment.text}
          people={people}
          send={says.SAVE}
          takesFocus
          onCancel={() => setStep('shown')}
          onSend={(words) => {
            session.comments.write((doc, me) => editComment(doc, me, comment.id, words, session.now()))
            setStep('shown')
            return true
          }}
        />
      </li>
    )
  return (
    <li className={styles['comment']} data-comment={comment.id}>
      <p className={styles['by']}>
        <b>{name}</b>{' '}
        <time dateTime={new Date(comment.at).toISOString()} title={new Date(comment.at).toLocaleString('en-GB')}>
          {sayDay(comment.at, now)}, {sayTime(comment.at)}
        </time>
        {comment.editedAt !== null && ` · ${says.EDITED}`}
      </p>
      {comment.isDeleted && <p className={styles['quiet']}>{says.DELETED}</p>}
      {comment.text !== '' && <Text comment={comment} />}
      {mine && !comment.isDeleted && session.comments.canComment && (
        <div className={styles['acts']}>
          {step === 'deleting' ? (
            <>
              <span role="status">{says.DELETE_SURE}</span>
              <Button
                look="text"
                onClick={() => {
                  session.comments.write((doc, me) => deleteComment(doc, me, comment.id, session.now()))
                  session.say(says.DELETED_SAID)
                }}
              >
                {says.DELETE}
              </Button>
              <Button look="text" onClick={() => setStep('shown')}>
                {says.KEEP}
              </Button>
            </>
          ) : (
            <>
              <Button look="text" onClick={() => setStep('editing')}>
                {says.EDIT}
              </Button>
              <Button look="text" onClick={() => setStep('deleting')}>
                {says.DELETE}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  )
}

function Text({ comment: { text, mentions } }: { readonly comment: Comment }) {
  const session = useSession()
  const { people } = usePeople()
  const me = useMapSnapshot((snapshot) => snapshot.me)
  const parts = useMemo(() => {
    const all = me.person === null ? people : [...people, { id: me.person, name: session.getSnapshot().me.name }]
    return splitMentions(
      text,
      all.filter(({ id }) => mentions.includes(id)),
    )
  }, [text, mentions, people, me, session])
  return (
    <p className={styles['text']} dir="auto">
      {parts.map((part, at) =>
        part.person === null ? (
          part.text
        ) : (
          <strong key={at} data-me={part.person.id === me.person}>
            {part.text}
          </strong>
        ),
      )}
    </p>
  )
}
