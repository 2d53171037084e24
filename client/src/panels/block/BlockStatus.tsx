import { agreeBlock, setStatus } from '@throughline/shared/doc'
import { STATUSES, type Block, type Status } from '@throughline/shared/schema'
import { useSession } from '../../session/hooks.ts'
import { AGREE_AGAIN, agreedOn } from '../../text/block-panel.ts'
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
  const choose = (status: Status) => {
    if (status === 'agreed') agree()
    else session.edit((map) => setStatus(map, block.id, status))
  }
  return (
    <section className={styles['group']}>
      <Choice label="Status" value={block.status} options={OPTIONS} onChoose={choose} />
      {agreed !== null && shownStatus(block) === 'changed-since' && (
        <div className={styles['agreed']}>
          <p>
            {STATUS_WORDS['changed-since']}. {agreedOn(sayDate(Date.parse(agreed.at), Date.now()), agreed.by)}
          </p>
          <blockquote dir="auto">{agreed.statement}</blockquote>
          <Button look="text" onClick={agree}>
            {AGREE_AGAIN}
          </Button>
        </div>
      )}
    </section>
  )
}
