/** The wordings of one block side by side, and the one that is written out of them together. */
import { setStatement } from '@throughline/shared/doc'
import type { WorkshopView } from '@throughline/shared/protocol'
import type { Block } from '@throughline/shared/schema'
import { useEffect, useId, useState } from 'react'
import { useCanWrite, useMap, useSession } from '../../session/hooks.ts'
import { agreedBy, MARK_AGREED, ONE_FOR_ALL, USE_THIS, WORDING, WRITE_TOGETHER } from '../../text/workshop.ts'
import { NOTHING_WRITTEN } from '../../text/block-panel.ts'
import { questionFor } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import type { LiveWorkshop } from '../../workshop/index.ts'
import { WrittenText } from '../../writing/index.ts'
import { Answer } from './Answer.tsx'
import { voiceNamed } from './voice-named.ts'
import { wordedBlock, wordingsOf } from './wordings-of.ts'
import writingStyles from './Writing.module.css'
import styles from './Workshop.module.css'

export interface WordingsProps {
  readonly live: LiveWorkshop
  readonly view: WorkshopView
  readonly busy: boolean
  readonly block: Block
}

export function Wordings({ live, view, busy, block }: WordingsProps) {
  const session = useSession()
  const { voices } = useMap()
  const [draft, setDraft] = useDraft(block)
  const canWrite = useCanWrite()
  const mayDecide = canWrite || view.me.facilitator
  const text = canWrite ? block.statement : draft
  const begin = (words: string) =>
    canWrite ? session.edit((map) => setStatement(map, block.id, words)) : setDraft(words)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void live.send({ type: 'decide', about: block.id, text: text.trim() })
      }}
    >
      <h3 className={styles['heading']}>{block.statement === '' ? questionFor(block) : WRITE_TOGETHER}</h3>
      <ul className={writingStyles['writings']}>
        {wordingsOf(wordedBlock(block, voices), view).map(({ id, voice, words }) => (
          <li key={id}>
            {voice !== null && <p className={writingStyles['teller']}>{voiceNamed(view, voice)}</p>}
            <p className={writingStyles['said']} dir="auto">
              {words}
            </p>
            {mayDecide && (
              <Button look="text" onClick={() => begin(words)}>
                {USE_THIS}
                <span className="only-heard">: {words}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {/* For whoever facilitates without writing on the map the wording is theirs until it is decided on. */}
      {canWrite ? (
        <Together block={block} />
      ) : (
        mayDecide && <Answer label={WORDING} rows={3} value={draft} onWrite={setDraft} />
      )}
      {mayDecide && (
        <Button type="submit" disabled={busy || text.trim() === ''}>
          {MARK_AGREED}
        </Button>
      )}
      <p role="status" className={styles['note']}>
        {block.agreed !== null && block.agreed.statement === block.statement && agreedBy(block.agreed.by ?? '')}
      </p>
    </form>
  )
}

/** The statement itself, with everybody's carets in it. */
function Together({ block }: { readonly block: Block }) {
  const hint = useId()
  return (
    <div className={styles['together']}>
      <WrittenText
        blockId={block.id}
        name="statement"
        label={WORDING}
        words={block.statement}
        placeholder={NOTHING_WRITTEN}
        guidedBy={hint}
        look="statement"
      />
      <p id={hint} className={styles['note']}>
        {ONE_FOR_ALL}
      </p>
    </div>
  )
}

/** Begins anew with another block, and with wording that others have changed. */
function useDraft({ id, statement }: Block) {
  const [draft, setDraft] = useState(statement)
  useEffect(() => setDraft(statement), [id, statement])
  return [draft, setDraft] as const
}
