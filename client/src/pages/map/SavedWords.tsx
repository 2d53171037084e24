/** Where my edits are, always in words, never in colour. */
import { Check } from 'lucide-react'
import { kindOfClose } from '../../api/http.ts'
import { useMapSnapshot, useSaved } from '../../session/hooks.ts'
import type { SavedState } from '../../session/saved-state.ts'
import { ERROR_TEXTS } from '../../text/errors.ts'
import styles from './SavedWords.module.css'

export function savedWords(saved: SavedState, canWrite: boolean): string {
  switch (saved.is) {
    case 'opening':
      return 'Opening…'
    case 'saved':
      return 'Saved'
    case 'saving':
      return 'Saving…'
    case 'reading-only':
      return 'Reading only'
    case 'offline':
      return canWrite ? 'Kept on this device; the server is out of reach' : 'Reading only; the server is out of reach'
    case 'refused':
      return `${ERROR_TEXTS[kindOfClose(saved.code)].title}; reload the page to carry on`
  }
}

export function SavedWords() {
  const saved = useSaved()
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const words = savedWords(saved, canWrite)
  return (
    <p className={styles['saved']} role="status" title={words}>
      {saved.is === 'saved' && <Check size={16} strokeWidth={1.5} aria-hidden />}
      <span className={styles['words']}>{words}</span>
    </p>
  )
}
