/** Shown while a file is dragged over the page: where it would go. */
import styles from './DropHint.module.css'

export function DropHint({ says }: { readonly says: string }) {
  return (
    <div className={styles['hint']} aria-hidden="true">
      <p>{says}</p>
    </div>
  )
}
