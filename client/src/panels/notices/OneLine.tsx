/** A sentence asked for in place: a line, one button that keeps it, and a way out. Enter keeps, Esc goes back. */
import { LIMITS } from '@throughline/shared/schema'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { CANCEL } from '../../text/notices.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './NoticesPanel.module.css'

export interface OneLineProps {
  readonly label: string
  readonly save: string
  readonly onSave: (text: string) => void
  readonly onCancel: () => void
}

export function OneLine({ label, save, onSave, onCancel }: OneLineProps) {
  const id = useId()
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') onSave(text)
  }
  return (
    <form
      className={styles['line']}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onCancel()
      }}
    >
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        className={styles['input']}
        value={text}
        dir="auto"
        autoComplete="off"
        maxLength={LIMITS.reasonLength}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles['acts']}>
        <Button type="submit" disabled={text.trim() === ''}>
          {save}
        </Button>
        <Button look="text" onClick={onCancel}>
          {CANCEL}
        </Button>
      </div>
    </form>
  )
}
