import { agreeBlock, setStatus, takeBackAgreed } from '@throughline/shared/doc'
import { STATUSES, type Block, type Status } from '@throughline/shared/schema'
import { newWords } from '@throughline/shared/words'
import { useSession } from '../../session/hooks.ts'
import { AGREE_AGAIN, agreedOn, TAKE_BACK, TAKEN_BACK } from '../../text/block-panel.ts'
import { sayDate, STATUS_WORDS } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Field.tsx'
import { shownStatus } from '../../ui/StatusGlyph.tsx'
import styles from './BlockPanel.module.css'

const OPTIONS = STATUSES.map((value) => ({ value, says: STATUS_WORDS[value] }))

/** How settled it is. Agreeing freezes the wording, which stands here from the moment the live one has moved on. */
export function BlockStatus({ block }: { readonly block: Block }) {
  const session = useSession()
  const { agreed } = block
  const agree = () => session.edit((map) => agreeBlock(map, block.id, session.getSnapshot().me.name, session.now()))
  const changed = shownStatus(block) === 'changed-since'
  const takeBack = () => {
    session.edit((map) => takeBackAgreed(map, block.id))
    session.say(TAKEN_BACK)
  }
  const choose = (status: Status) => {
    if (status === 'agreed') agree()
    else session.edit((map) => setStatus(map, block.id, status))
  }
  return (
    <section className={styles['group']}>
      <Choice label="Status" value={block.status} options={OPTIONS} onChoose={choose} />
      {agreed !== null && block.status === 'agreed' && (
        <div className={styles['agreed']}>
          <p>
            {changed && `${STATUS_WORDS['changed-since']}. `}
            {agreedOn(sayDate(Date.parse(agreed.at), session.now()), agreed.by)}
            {changed ? ':' : '.'}
          </p>
          {changed && <Compared before={agreed.statement} now={block.statement} />}
          <p className={styles['acts']}>
            {changed && (
              <Button look="text" onClick={agree}>
                {AGREE_AGAIN}
              </Button>
            )}
            <Button look="text" onClick={takeBack}>
              {TAKE_BACK}
            </Button>
          </p>
        </div>
      )}
    </section>
  )
}

/** The agreed wording and the one of now, each with the words that the other has not got. */
function Compared({ before, now }: { readonly before: string; readonly now: string }) {
  return (
    <>
      <blockquote dir="auto">
        {newWords(now, before).map(({ text, isNew }, at) => (isNew ? <del key={at}>{text}</del> : text))}
      </blockquote>
      <blockquote dir="auto">
        {newWords(before, now).map(({ text, isNew }, at) => (isNew ? <ins key={at}>{text}</ins> : text))}
      </blockquote>
    </>
  )
}
