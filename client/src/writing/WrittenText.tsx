/**
 * A text that can be written in: plain words at rest, the shared editor from the moment it gets the focus, so that at
 * most one editor is open. After Enter or Esc the focus stays here, at rest; Enter or F2 opens it again.
 */
import type { TextName } from '@throughline/shared/doc'
import type { BlockId } from '@throughline/shared/schema'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { useCanWrite } from '../session/hooks.ts'
import { TextField, type Leaving } from './TextField.tsx'
import styles from './WrittenText.module.css'

export interface WrittenTextProps {
  readonly blockId: BlockId
  readonly name: TextName
  readonly label: string
  readonly words: string
  readonly placeholder: string
  /** One line on what belongs here, which stays while one writes. */
  readonly guidance?: string
  /** The element that says so for several texts together. */
  readonly guidedBy?: string
  readonly look?: 'statement' | 'telling' | 'detail' | 'told'
  /** How the words stand at rest, where they are more than words; by default as they are. */
  readonly children?: ReactNode
  /** In place of the label in words; the label stays its name. */
  readonly heading?: ReactNode
}

type Writing = { readonly caret: { readonly x: number; readonly y: number } | null }

export function WrittenText(props: WrittenTextProps) {
  const { blockId, name, label, words, placeholder, guidance, look = 'detail', children = words, heading } = props
  const canWrite = useCanWrite()
  const id = useId()
  const guidedBy = guidance === undefined ? props.guidedBy : `${id}guidance`
  const rest = useRef<HTMLDivElement>(null)
  const comesBack = useRef(false)
  const [writing, setWriting] = useState<Writing | null>(null)
  useEffect(() => {
    if (writing === null && comesBack.current) rest.current?.focus()
  }, [writing])

  const leave = (how: Leaving) => {
    comesBack.current = how !== 'blur'
    setWriting(null)
  }
  const open = (caret: Writing['caret']) => {
    if (canWrite) setWriting({ caret })
  }
  const onFocus = () => {
    if (comesBack.current) comesBack.current = false
    else open(null)
  }
  const className = `${styles['words']} ${styles[look]}`
  return (
    <div className={styles['text']}>
      <div className={styles['asks']}>
        <span id={id} className={heading === undefined ? styles['label'] : 'only-heard'}>
          {label}
        </span>
        {guidance !== undefined && (
          <span id={guidedBy} className={styles['guidance']}>
            {guidance}
          </span>
        )}
      </div>
      {heading}
      {writing === null ? (
        <div
          ref={rest}
          role="textbox"
          tabIndex={0}
          aria-labelledby={id}
          aria-describedby={guidedBy}
          aria-multiline={name === 'detail'}
          aria-readonly={!canWrite}
          dir="auto"
          className={`${className} ${words === '' ? styles['empty'] : ''}`}
          onMouseDown={(event) => openAtClick(event, open)}
          onFocus={onFocus}
          onKeyDown={(event) => openByKey(event, open)}
        >
          {words === '' ? placeholder : children}
        </div>
      ) : (
        <TextField
          blockId={blockId}
          name={name}
          label={label}
          className={className}
          placeholder={placeholder}
          {...(guidedBy !== undefined && { guidedBy })}
          placeCaretAt={writing.caret}
          onLeave={leave}
        />
      )}
    </div>
  )
}

/** Not the browser's own focus: it would open the editor without the place of the click. */
function openAtClick(event: MouseEvent, open: (caret: Writing['caret']) => void): void {
  if (event.button !== 0) return
  event.preventDefault()
  open({ x: event.clientX, y: event.clientY })
}

function openByKey(event: KeyboardEvent, open: (caret: Writing['caret']) => void): void {
  if (event.key !== 'Enter' && event.key !== 'F2') return
  event.preventDefault()
  open(null)
}
