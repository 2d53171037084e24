/** While a page's code or its map is on the way: paper, and for whoever listens a word. */
import styles from './RefusalPage.module.css'

export function WaitingPage({ says = 'Opening…' }: { readonly says?: string }) {
  return (
    <main className={styles['waiting']}>
      <p role="status">{says}</p>
    </main>
  )
}
