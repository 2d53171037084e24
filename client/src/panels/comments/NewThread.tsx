/** A conversation is begun: about a block, one of its parts, or a place. */
import { beginThread, type About, type Part } from '@throughline/shared/comments'
import { fieldNamesOf, type Block } from '@throughline/shared/schema'
import { useId, useState } from 'react'
import { useMap, useSession } from '../../session/hooks.ts'
import * as says from '../../text/comments.ts'
import { A_COMMENT, A_WORDING, WHAT } from '../../text/proposals.ts'
import { Choice } from '../../ui/Field.tsx'
import { AboutLine } from './AboutLine.tsx'
import { Composer } from './Composer.tsx'
import { ProposeWording } from './ProposeWording.tsx'
import { usePeople } from './use-people.ts'
import styles from './CommentsPanel.module.css'

export interface NewThreadProps {
  readonly about: About
  /** Whether one came to propose another wording. */
  readonly proposes: boolean
  /** Nothing is to be said after all. */
  readonly onLeave: () => void
}

export function NewThread({ about, proposes, onLeave }: NewThreadProps) {
  const [proposing, setProposing] = useState(proposes)
  const { blocks } = useMap()
  const block = about.is === 'block' ? blocks.get(about.block) : undefined
  return (
    <div className={styles['thread']}>
      <AboutLine about={about} onShow={null} />
      {block !== undefined && (
        <Choice
          label={WHAT}
          value={proposing ? 'wording' : 'comment'}
          options={KINDS}
          onChoose={(kind) => setProposing(kind === 'wording')}
        />
      )}
      {proposing && about.is === 'block' && block !== undefined ? (
        <ProposeWording about={about} block={block} onLeave={onLeave} />
      ) : (
        <WriteComment about={about} block={block} onLeave={onLeave} />
      )}
    </div>
  )
}

const KINDS = [
  { value: 'comment', says: A_COMMENT },
  { value: 'wording', says: A_WORDING },
] as const

interface WriteCommentProps extends Pick<NewThreadProps, 'about' | 'onLeave'> {
  readonly block: Block | undefined
}

function WriteComment({ about, block, onLeave }: WriteCommentProps) {
  const session = useSession()
  const { people } = usePeople()
  const [part, setPart] = useState<Part>(about.is === 'block' ? about.part : null)
  const on: About = about.is === 'block' ? { ...about, part } : about
  return (
    <>
      {block !== undefined && <PartChoice block={block} part={part} onPart={setPart} />}
      <Composer
        label={says.YOUR_COMMENT}
        people={people}
        takesFocus
        onCancel={onLeave}
        onSend={(words) => {
          const made = session.comments.write((doc, me) => beginThread(doc, me, on, words, session.now()))
          session.say(made === null ? says.NOT_KNOWN_YET : says.SENT)
          if (made?.ok !== true) return false
          session.setView({ commenting: { is: 'thread', thread: made.value } })
          return true
        }}
      />
    </>
  )
}

interface PartChoiceProps {
  readonly block: Block
  readonly part: Part
  readonly onPart: (part: Part) => void
}

function PartChoice({ block, part, onPart }: PartChoiceProps) {
  const { voices } = useMap()
  const id = useId()
  const parts: readonly Part[] = [
    null,
    'statement',
    'detail',
    ...fieldNamesOf(block.kind).map((name): Part => `field:${name}`),
    ...[...block.tellings.keys()].map((voice): Part => `telling:${voice}`),
  ]
  return (
    <p className={styles['part']}>
      <label htmlFor={id} className={styles['label']}>
        {says.ABOUT_PART}
      </label>
      <select id={id} value={part ?? ''} onChange={({ target }) => onPart((target.value || null) as Part)}>
        {parts.map((one) => (
          <option key={one ?? ''} value={one ?? ''}>
            {says.sayPart(one, voices)}
          </option>
        ))}
      </select>
    </p>
  )
}
