/** Asks in place, in a sentence, before the whole map goes back. */
import { useEffect, useRef, useState } from 'react'
import { LEAVE_IT, PUT_ALL_BACK, PUT_BACK, PUT_BACK_SURE } from '../../text/versions.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './VersionsPanel.module.css'

export function PutAllBack({ onPutBack }: { readonly onPutBack: () => void }) {
  const [asking, setAsking] = useState(false)
  const question = useRef<HTMLParagraphElement>(null)
  // The button that was pressed is gone: the question takes its focus, and Tab goes on to the answers.
  useEffect(() => question.current?.focus(), [asking])
  if (!asking)
    return (
      <div className={styles['all']}>
        <Button onClick={() => setAsking(true)}>{PUT_ALL_BACK}</Button>
      </div>
    )
  const answer = () => {
    setAsking(false)
    onPutBack()
  }
  return (
    <div className={styles['all']}>
      <p ref={question} tabIndex={-1} className={styles['question']}>
        {PUT_BACK_SURE}
      </p>
      <Button onClick={answer}>{PUT_BACK}</Button>
      <Button look="text" onClick={() => setAsking(false)}>
        {LEAVE_IT}
      </Button>
    </div>
  )
}
