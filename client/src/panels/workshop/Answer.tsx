/** Some lines to write, under their label; it grows with what is written. */
import { useId, type RefObject } from 'react'
import writingStyles from './Writing.module.css'
import styles from './Workshop.module.css'

export interface AnswerProps {
  readonly label: string
  /** A question is said in the voice of people, what else there is to fill in in that of the tool. */
  readonly look?: 'question' | 'label'
  readonly value: string
  readonly rows: number
  readonly maxLength?: number
  /** Id of what says more about it. */
  readonly describedBy?: string
  readonly field?: RefObject<HTMLTextAreaElement | null>
  readonly onWrite: (text: string) => void
  readonly onLeave?: () => void
}

export function Answer({ label, look = 'label', describedBy, field, onWrite, onLeave, ...rest }: AnswerProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className={look === 'question' ? writingStyles['question'] : styles['label']}>
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        className={writingStyles['answer']}
        dir="auto"
        aria-describedby={describedBy}
        onChange={(event) => onWrite(event.target.value)}
        onBlur={onLeave}
        {...rest}
      />
    </>
  )
}
