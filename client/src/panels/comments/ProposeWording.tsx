/** Another wording is written, from the one that stands there, with a word on why if one likes. */
import { proposeWording, type About } from '@throughline/shared/comments'
import { LIMITS, type Block } from '@throughline/shared/schema'
import { useEffect, useId, useRef, useState } from 'react'
import { useSession } from '../../session/hooks.ts'
import { NOT_KNOWN_YET, YOUR_WHY } from '../../text/comments.ts'
import { PROPOSED_SAID, SAME, SEND_PROPOSAL, WORDING } from '../../text/proposals.ts'
import { Composer } from './Composer.tsx'
import { usePeople } from './use-people.ts'
import styles from './CommentsPanel.module.css'

export interface ProposeWordingProps {
  readonly about: Extract<About, { readonly is: 'block' }>
  readonly block: Block
  readonly onLeave: () => void
}

export function ProposeWording({ about, block, onLeave }: ProposeWordingProps) {
  const session = useSession()
  const { people } = usePeople()
  const [wording, setWording] = useState(block.statement)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  useEffect(() => field.current?.focus(), [])
  return (
    <>
      <p className={styles['part']}>
        <label htmlFor={id} className={styles['label']}>
          {WORDING}
        </label>
        <textarea
          ref={field}
          id={id}
          className={styles['wording']}
          rows={2}
          dir="auto"
          value={wording}
          maxLength={LIMITS.statementLength}
          onChange={({ target }) => setWording(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
            event.preventDefault()
            onLeave()
          }}
        />
      </p>
      <Composer
        label={YOUR_WHY}
        people={people}
        send={SEND_PROPOSAL}
        mayBeEmpty
        onCancel={onLeave}
        onSend={(words) => {
          const was = session.getSnapshot().map.blocks.get(block.id)?.statement ?? block.statement
          const made = session.comments.write((doc, me) =>
            proposeWording(doc, me, about, { ...words, wording, was }, session.now()),
          )
          session.say(made === null ? NOT_KNOWN_YET : made.ok ? PROPOSED_SAID : SAME)
          if (made?.ok !== true) return false
          session.setView({ commenting: { is: 'thread', thread: made.value } })
          return true
        }}
      />
    </>
  )
}
