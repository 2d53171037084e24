/**
 * Another wording beside the statement as it reads now, the words told apart; and for editors what may become of it.
 * Accepting writes the statement and the decision in one step: one undo takes back both.
 */
import type { Proposal, Thread } from '@throughline/shared/comments'
import { decideProposal, reconsiderProposal } from '@throughline/shared/doc'
import type { Block, Decision, DecisionKind } from '@throughline/shared/schema'
import { newWords } from '@throughline/shared/words'
import { useState } from 'react'
import { useMap, useMapSnapshot, useSession } from '../../session/hooks.ts'
import * as says from '../../text/proposals.ts'
import { sayDay } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { OneLine } from '../notices/OneLine.tsx'
import { usePeople } from './use-people.ts'
import styles from './CommentsPanel.module.css'

export interface ProposalBoxProps {
  readonly thread: Thread
  readonly proposal: Proposal
}

export function ProposalBox({ thread, proposal }: ProposalBoxProps) {
  const { blocks } = useMap()
  const decision = useMapSnapshot(({ decided }) => decided.get(thread.id))
  const block = thread.about.is === 'block' ? blocks.get(thread.about.block) : undefined
  const { wording, was } = proposal
  const now = block?.statement ?? was
  const isOpen = decision === undefined && thread.resolved === null
  return (
    <section className={styles['proposal']} aria-label={says.PROPOSAL}>
      {now !== wording && (
        <div>
          <h3 className={styles['label']}>{says.NOW}</h3>
          <blockquote dir="auto">
            {newWords(wording, now).map(({ text, isNew }, at) => (isNew ? <del key={at}>{text}</del> : text))}
          </blockquote>
        </div>
      )}
      <div>
        <h3 className={styles['label']}>{says.PROPOSED}</h3>
        <blockquote dir="auto">
          {newWords(now, wording).map(({ text, isNew }, at) => (isNew ? <ins key={at}>{text}</ins> : text))}
        </blockquote>
      </div>
      {isOpen && block !== undefined && now !== was && (
        <p className={styles['quiet']}>
          {says.CHANGED_SINCE} “{was}”
        </p>
      )}
      {decision !== undefined && <Decided thread={thread} decision={decision} isStill={now === wording} />}
      {isOpen && block !== undefined && <Decide thread={thread} proposal={proposal} block={block} />}
    </section>
  )
}

interface DecidedProps {
  readonly thread: Thread
  readonly decision: Decision
  /** Whether the statement reads as was proposed. */
  readonly isStill: boolean
}

function Decided({ thread, decision, isStill }: DecidedProps) {
  const session = useSession()
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const { is, by, at, reason } = decision
  return (
    <>
      <p className={styles['resolved']}>
        {says.decided(is, by, sayDay(at, session.now()))}
        {is === 'accepted' && !isStill && ` ${says.REWORDED_SINCE}`}
        {reason !== '' && ` “${reason}”`}
      </p>
      {canWrite && is !== 'accepted' && (
        <p className={styles['acts']}>
          <Button look="text" onClick={() => session.edit((map) => reconsiderProposal(map, thread.id))}>
            {says.RECONSIDER}
          </Button>
        </p>
      )}
    </>
  )
}

function Decide({ thread, proposal, block }: ProposalBoxProps & { readonly block: Block }) {
  const session = useSession()
  const { nameOf } = usePeople()
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const [declining, setDeclining] = useState(false)
  if (!canWrite) return <p className={styles['quiet']}>{says.EDITORS_DECIDE}</p>
  const decide = (is: DecisionKind, reason = '') => {
    const { me } = session.getSnapshot()
    const author = thread.by === me.person ? me.name : nameOf(thread.by, thread.comments[0]?.name ?? '')
    const decision = { block: block.id, wording: proposal.wording, author, by: me.name, at: session.now(), reason }
    session.edit((map) => decideProposal(map, thread.id, { is, ...decision }))
    session.say(says.DECIDED_SAID[is])
  }
  if (declining)
    return (
      <OneLine
        label={says.DECLINE_WHY}
        save={says.DECLINE}
        onSave={(reason) => decide('declined', reason)}
        onCancel={() => setDeclining(false)}
      />
    )
  return (
    <p className={styles['acts']}>
      <Button look="filled" onClick={() => decide('accepted')}>
        {says.ACCEPT}
      </Button>
      <Button look="text" onClick={() => setDeclining(true)}>
        {says.DECLINE}
      </Button>
      <Button look="text" onClick={() => decide('dissent')}>
        {says.KEEP_DISSENT}
      </Button>
    </p>
  )
}
