/** A line to write on, with its label; the label is always visible. */
import { useId, type InputHTMLAttributes } from 'react'
import { Radio } from './Radio.tsx'
import styles from './Field.module.css'

export interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'id'> {
  readonly label: string
  readonly hint?: string
  /** Beside the line instead of above it. */
  readonly inline?: boolean
}

export function Field({ label, hint, inline = false, ...rest }: FieldProps) {
  const id = useId()
  return (
    <div className={inline ? styles['inline'] : styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <input
        id={id}
        className={styles['input']}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...rest}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
    </div>
  )
}

export interface ChoiceOption<Value extends string> {
  readonly value: Value
  readonly says: string
  /** The colour that it stands for, shown before its name. */
  readonly swatch?: string
}

export interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly ChoiceOption<Value>[]
  readonly onChoose: (value: Value) => void
}

/** One out of a few, all in sight. */
export function Choice<Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset className={styles['choice']}>
      <legend className={styles['label']}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles['option']}>
          <Radio name={name} checked={option.value === value} onChange={() => onChoose(option.value)} />
          {option.swatch !== undefined && (
            <span className={styles['swatch']} style={{ background: option.swatch }} aria-hidden="true" />
          )}
          {option.says}
        </label>
      ))}
    </fieldset>
  )
}

export interface SelectProps<Value extends string> extends ChoiceProps<Value> {
  readonly hint?: string
}

/** One out of many. */
export function Select<Value extends string>({ label, hint, value, options, onChoose }: SelectProps<Value>) {
  const id = useId()
  const line = (
    <div className={styles['inline']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <select
        id={id}
        className={styles['select']}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen !== undefined) onChoose(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.says}
          </option>
        ))}
      </select>
    </div>
  )
  if (hint === undefined) return line
  return (
    <div className={styles['field']}>
      {line}
      <p id={`${id}-hint`} className={styles['hint']}>
        {hint}
      </p>
    </div>
  )
}
