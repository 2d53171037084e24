/** Templates to begin with. Choosing one makes the map: there is nothing else to decide. */
import { TEMPLATES, type TEMPLATE_IDS } from '@throughline/shared/templates'
import { TEMPLATE_INTRO, TEMPLATE_TITLE } from '../../text/home.ts'
import { count, sentence } from '../../text/words.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import styles from './TemplateDialog.module.css'

export interface TemplateDialogProps {
  readonly busy: boolean
  readonly trouble?: string | undefined
  readonly onChoose: (id: (typeof TEMPLATE_IDS)[number]) => void
  readonly onClose: () => void
}

export function TemplateDialog({ busy, trouble, onChoose, onClose }: TemplateDialogProps) {
  return (
    <Dialog title={TEMPLATE_TITLE} intro={TEMPLATE_INTRO} wide onClose={onClose}>
      <ul className={styles['templates']}>
        {TEMPLATES.map(({ id, name, says, blocks }) => {
          const all = Object.values(blocks)
          const first = all[0]
          return (
            <li key={id}>
              <button type="button" className={styles['template']} disabled={busy} onClick={() => onChoose(id)}>
                <span className={styles['name']}>{name}</span>
                <span className={styles['says']}>{says}</span>
                {first !== undefined && (
                  <span className={styles['first']}>
                    <KindGlyph kind={first.kind} tinted />
                    <em>{first.asks}</em>
                  </span>
                )}
                <span className={styles['count']}>{sentence(count(all.length, 'question'))}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <p role="alert">{trouble}</p>
    </Dialog>
  )
}
