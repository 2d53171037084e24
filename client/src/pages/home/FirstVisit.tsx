/** Home for somebody who has no map yet: what this is, and one click to a map of their own or a filled one. */
import { BLOCK_KINDS, type BlockKind } from '@throughline/shared/schema'
import { Button } from '../../ui/Button.tsx'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { KIND_WORDS } from '../../text/words.ts'
import styles from './FirstVisit.module.css'

const SAYS: Record<BlockKind, string> = {
  purpose: 'Why we exist',
  value: 'What it is worth',
  audience: 'Who it is for',
  proof: 'Why believe it',
}

export interface FirstVisitProps {
  readonly busy: boolean
  readonly onStart: () => void
  readonly onExample: () => void
  readonly onTemplate: () => void
  readonly onPaste: () => void
}

export function FirstVisit({ busy, onStart, onExample, onTemplate, onPaste }: FirstVisitProps) {
  return (
    <>
      <h1 className={styles['title']}>
        Say what you are for. <br />
        Then see who else says it.
      </h1>
      <p className={styles['says']}>
        Put purpose, value, audience and proof on one map. Let each voice tell it in its own words. Not to define. Just
        to notice.
      </p>
      <div className={styles['ways']}>
        <Button look="filled" large disabled={busy} onClick={onStart}>
          Start a map
        </Button>
        <Button look="text" large disabled={busy} onClick={onExample}>
          Open a filled example
        </Button>
        <Button look="text" large disabled={busy} onClick={onTemplate}>
          Begin with a template
        </Button>
        <Button look="text" large disabled={busy} onClick={onPaste}>
          Bring notes or a file
        </Button>
      </div>
      <ul className={styles['kinds']}>
        {BLOCK_KINDS.map((kind) => (
          <li key={kind} className={`${styles['kind']} ${styles[kind]}`}>
            <span className={styles['name']}>
              <KindGlyph kind={kind} />
              {KIND_WORDS[kind]}
            </span>
            <span className={styles['thread']} aria-hidden="true" />
            <em className={styles['words']}>{SAYS[kind]}</em>
          </li>
        ))}
      </ul>
      <p className={styles['foot']}>Nothing leaves this server. No account is needed.</p>
    </>
  )
}
