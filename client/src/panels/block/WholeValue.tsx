/**
 * A short value that is written as a whole: on Enter or when one leaves it, never key by key. Esc brings back what was
 * there. What a colleague writes meanwhile shows as soon as one is not writing in it.
 */
import { useId, useState, type KeyboardEvent } from 'react'
import styles from './BlockPanel.module.css'

export interface WholeValueProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  /** Characters. */
  readonly limit: number
  readonly date?: boolean
  readonly onCommit: (value: string) => void
}

export function WholeValue({ label, hint = '', value, limit, date = false, onCommit }: WholeValueProps) {
  const id = useId()
  /** Null while nobody writes here. */
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    if (draft !== null && draft !== value) onCommit(draft)
    setDraft(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && draft !== null) setDraft(null)
    else if (event.key === 'Enter') commit()
    else return
    event.preventDefault()
  }
  const line = {
    id,
    value: draft ?? value,
    placeholder: hint,
    maxLength: limit,
    onKeyDown,
    onBlur: commit,
    className: styles['value'],
  }
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {date ? (
        <input type="date" {...line} onChange={(event) => setDraft(event.target.value)} />
      ) : (
        <textarea {...line} rows={1} dir="auto" onChange={(event) => setDraft(event.target.value)} />
      )}
    </div>
  )
}
