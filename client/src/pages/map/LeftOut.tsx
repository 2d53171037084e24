/** One line for what is in the document and not in the map. Whoever hides it sees it again only when it says more. */
import { useState } from 'react'
import { useMapSnapshot } from '../../session/hooks.ts'
import { HIDE_LINE, leftOutWords } from '../../text/left-out.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './QuietLine.module.css'

export function LeftOut() {
  const ignored = useMapSnapshot((snapshot) => snapshot.ignored)
  const undrawn = useMapSnapshot((snapshot) => snapshot.undrawn)
  const [hidden, setHidden] = useState('')
  const words = leftOutWords(ignored, undrawn)
  if (words === '' || words === hidden) return null
  return (
    <div className={styles['line']} role="status">
      <span>{words}</span>
      <Button look="text" onClick={() => setHidden(words)}>
        {HIDE_LINE}
      </Button>
    </div>
  )
}
