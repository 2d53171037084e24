/**
 * A short value that is written as a whole: on Enter or when one leaves it, never key by key. Esc brings back what was
 * there. What a colleague writes meanwhile shows as soon as one is not writing in it.
 */
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import { useBeforeLock, useCanWrite, useMapSnapshot, useSession } from '../../session/hooks.ts'
import { isEditing } from '../../text/block-panel.ts'
import styles from './BlockPanel.module.css'

export interface WholeValueProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  /** Characters. */
  readonly limit: number
  readonly date?: boolean
  /** What stands there while it is empty, where the hint has no place beside the label. */
  readonly placeholder?: string | undefined
  /** Which value it is, as `valueKey` names it: others are told who is in it. */
  readonly about: string
  /** Values that somebody may mean. */
  readonly suggestions?: readonly string[]
  readonly onCommit: (value: string) => void
}

export function WholeValue(props: WholeValueProps) {
  const { label, hint = '', value, limit, date = false, about, suggestions, placeholder, onCommit } = props
  const session = useSession()
  const editor = useMapSnapshot(({ peers }) => peers.find((peer) => peer.value === about)?.name ?? null)
  const canWrite = useCanWrite()
  const id = useId()
  /** Null while nobody writes here. */
  const [draft, setDraft] = useState<string | null>(null)
  const [here, setHere] = useState(false)
  useEffect(() => {
    if (!here) return
    session.announce({ value: about })
    return () => session.announce({ value: null })
  }, [session, about, here])
  const commit = () => {
    if (draft !== null && draft !== value) onCommit(draft)
    setDraft(null)
  }
  useBeforeLock(commit)
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
    readOnly: !canWrite,
    maxLength: limit,
    onKeyDown,
    onFocus: () => setHere(true),
    onBlur: () => {
      setHere(false)
      commit()
    },
    'aria-describedby': hint === '' ? `${id}-who` : `${id}-hint ${id}-who`,
    placeholder,
    className: styles['value'],
  }
  return (
    <div className={styles['field']}>
      <div className={styles['asks']}>
        <label htmlFor={id} className={styles['label']}>
          {label}
        </label>
        {/* Beside the label and not in the line: there it would be gone with the first letter. */}
        {hint !== '' && (
          <p id={`${id}-hint`} className={styles['guidance']}>
            {hint}
          </p>
        )}
      </div>
      {date || suggestions !== undefined ? (
        <input
          type={date ? 'date' : 'text'}
          {...line}
          list={suggestions === undefined ? undefined : `${id}-known`}
          dir={date ? undefined : 'auto'}
          autoComplete="off"
          onChange={(event) => setDraft(event.target.value)}
        />
      ) : (
        <textarea {...line} rows={1} dir="auto" onChange={(event) => setDraft(event.target.value)} />
      )}
      {suggestions !== undefined && (
        <datalist id={`${id}-known`}>
          {suggestions.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </datalist>
      )}
      <p id={`${id}-who`} className={styles['editing']} aria-live="polite">
        {editor !== null && isEditing(editor)}
      </p>
    </div>
  )
}
