/** Every key there is, from the one list that the page answers from. */
import { CANVAS_SHORTCUTS, keysShown, PAGE_SHORTCUTS, type Shortcut } from '../../commands/shortcuts.ts'
import * as says from '../../text/commands.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './Palette.module.css'

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={says.KEYS_TITLE} wide onClose={onClose}>
      <div className={styles['columns']}>
        <KeyList name={says.KEYS_ANYWHERE} shortcuts={PAGE_SHORTCUTS} />
        <KeyList name={says.KEYS_CANVAS} shortcuts={CANVAS_SHORTCUTS} />
      </div>
    </Dialog>
  )
}

function KeyList({ name, shortcuts }: { readonly name: string; readonly shortcuts: readonly Shortcut[] }) {
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <dl className={styles['keys']}>
        {shortcuts.map(({ id, keys, says: what }) => (
          <div key={id} data-shortcut={id}>
            <dt>{what}</dt>
            <dd>
              {keys.map((combination) => (
                <kbd key={combination}>{keysShown(combination)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
