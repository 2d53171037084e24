/** A conversation in a list: what it is about, how it begins, who wrote last and when. */
import type { About, Concern, Thread } from '@throughline/shared/comments'
import { newWords } from '@throughline/shared/words'
import { useMap, useSession } from '../../session/hooks.ts'
import * as says from '../../text/comments.ts'
import { PROPOSAL } from '../../text/proposals.ts'
import { KIND_WORDS, sayDay } from '../../text/words.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { usePeople } from './use-people.ts'
import styles from './CommentsPanel.module.css'

export interface ThreadRowProps {
  readonly thread: Thread
  /** Why it is in the inbox, where it is. */
  readonly concern?: Concern
  readonly isNew?: boolean
  /** Among those of one block, which need not be named again. */
  readonly ofBlock?: boolean
}

export function ThreadRow({ thread, concern, isNew = false, ofBlock = false }: ThreadRowProps) {
  const session = useSession()
  const { voices } = useMap()
  const { nameOf } = usePeople()
  const { about, comments } = thread
  const [first] = comments
  const decision = concern?.why === 'decided' ? concern.decision : null
  const word = concern === undefined || concern.why === 'decided' ? undefined : concern
  const shown = word?.comment ?? (first?.isDeleted === true ? comments[1] : first)
  const last = comments.at(-1)
  if (shown === undefined || last === undefined) return null
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        data-thread={thread.id}
        data-new={isNew}
        onClick={() => session.setView({ commenting: { is: 'thread', thread: thread.id } })}
      >
        {ofBlock ? (
          about.is === 'block' &&
          about.part !== null && <span className={styles['kind']}>{says.sayPart(about.part, voices)}</span>
        ) : (
          <RowAbout about={about} />
        )}
        {thread.proposal !== null && <Wording thread={thread} wording={thread.proposal.wording} />}
        {decision === null ? (
          <span className={styles['says']} dir="auto">
            <b>{nameOf(shown.by, shown.name)}</b>
            {word !== undefined && <i> {says.WHY_YOURS[word.why]}</i>}: {shown.text || PROPOSAL}
          </span>
        ) : (
          <span className={styles['says']} dir="auto">
            <b>{decision.by || says.NAMELESS}</b> <i>{says.BECAME_OF_YOURS[decision.is]}</i>
            {decision.reason !== '' && <>: {decision.reason}</>}
          </span>
        )}
        <span className={styles['when']}>
          {[says.answers(comments.length - 1), sayDay(decision?.at ?? last.at, session.now())]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </button>
    </li>
  )
}

function RowAbout({ about }: { readonly about: About }) {
  const { blocks } = useMap()
  const block = about.is === 'block' ? blocks.get(about.block) : undefined
  return (
    <>
      <span className={styles['kind']}>
        {block !== undefined && <KindGlyph kind={block.kind} tinted />}
        {about.is === 'place' ? says.A_PLACE : block === undefined ? says.wasOn(about.kind) : KIND_WORDS[block.kind]}
      </span>
      {about.is === 'block' && (
        <span className={styles['on']} dir="auto">
          {block?.statement ?? about.said}
        </span>
      )}
    </>
  )
}

/** What is proposed, the words that the statement has not got standing out. */
function Wording({ thread: { about }, wording }: { readonly thread: Thread; readonly wording: string }) {
  const { blocks } = useMap()
  const block = about.is === 'block' ? blocks.get(about.block) : undefined
  return (
    <span className={styles['on']} dir="auto">
      “
      {newWords(block?.statement ?? wording, wording).map(({ text, isNew }, at) =>
        isNew ? <ins key={at}>{text}</ins> : text,
      )}
      ”
    </span>
  )
}
