/**
 * Where a comment is written: a plain field in which `@` offers the people of the map. Everything by keyboard: arrows and
 * Enter choose somebody, Esc puts the list away, Ctrl Enter sends.
 */
import { mentionAt, mentionsIn, type Named, type Words } from '@throughline/shared/comments'
import { LIMITS } from '@throughline/shared/schema'
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ChangeEvent,
  type KeyboardEvent,
  type SyntheticEvent,
} from 'react'
import { CANCEL, MENTION_HINT, PEOPLE_TO_MENTION, SEND, SEND_HINT } from '../../text/comments.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './CommentsPanel.module.css'

const OFFERED_AT_MOST = 6

export interface ComposerProps {
  readonly label: string
  readonly people: readonly Named[]
  readonly text?: string
  /** What the button that sends says. */
  readonly send?: string
  /** Whether it may be sent without a word. */
  readonly mayBeEmpty?: boolean
  readonly takesFocus?: boolean
  /** Answers whether it was taken; then the field is empty again. */
  readonly onSend: (words: Words) => boolean
  readonly onCancel?: () => void
}

export function Composer(props: ComposerProps) {
  const { label, people, send = SEND, mayBeEmpty = false, takesFocus = false, onSend, onCancel } = props
  const id = useId()
  const { field, text, chosen, offered, picked, onChange, onSelect, onOfferKey, take, clear } = useMentioning(
    people,
    props.text ?? '',
  )
  useEffect(() => {
    if (!takesFocus) return
    field.current?.focus()
    field.current?.setSelectionRange(text.length, text.length)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- as it opens, and never again
  }, [])
  const isEmpty = text.trim() === '' && !mayBeEmpty
  const submit = () => {
    if (!isEmpty && onSend({ text, mentions: mentionsIn(text, people, chosen) })) clear()
  }
  const onKey = (event: KeyboardEvent) => {
    // Its keys choose among letters.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
    else if (!onOfferKey(event)) {
      if (event.key !== 'Escape' || onCancel === undefined) return
      onCancel()
    }
    event.preventDefault()
  }
  return (
    <div className={styles['composer']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        className={styles['field']}
        value={text}
        rows={2}
        maxLength={LIMITS.commentLength}
        dir="auto"
        aria-autocomplete="list"
        aria-controls={`${id}-people`}
        aria-activedescendant={offered.length > 0 ? `${id}-people-${picked}` : undefined}
        aria-describedby={`${id}-hint`}
        onChange={onChange}
        onSelect={onSelect}
        onKeyDown={onKey}
      />
      <Offered id={`${id}-people`} offered={offered} picked={picked} onTake={take} />
      <div className={styles['acts']}>
        <Button look="filled" disabled={isEmpty} onClick={submit}>
          {send}
        </Button>
        {onCancel !== undefined && (
          <Button look="text" onClick={onCancel}>
            {CANCEL}
          </Button>
        )}
        <span id={`${id}-hint`} className={styles['hint']}>
          {MENTION_HINT}
          <span className={styles['keys']}> · {SEND_HINT}</span>
        </span>
      </div>
    </div>
  )
}

interface OfferedProps {
  readonly id: string
  readonly offered: readonly Named[]
  readonly picked: number
  readonly onTake: (person: Named) => void
}

function Offered({ id, offered, picked, onTake }: OfferedProps) {
  return (
    <div
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={PEOPLE_TO_MENTION}
      className={styles['people']}
      hidden={offered.length === 0}
    >
      {offered.map((person, n) => (
        <div
          key={person.id}
          id={`${id}-${n}`}
          role="option"
          tabIndex={-1}
          aria-selected={n === picked}
          // Before the field loses the focus to it.
          onPointerDown={(event) => {
            event.preventDefault()
            onTake(person)
          }}
        >
          {person.name}
        </div>
      ))}
    </div>
  )
}

/** The text, and who is offered for what stands before the caret. */
function useMentioning(people: readonly Named[], first: string) {
  const [text, setText] = useState(first)
  const [caret, setCaret] = useState(first.length)
  const [at, setAt] = useState(0)
  const [shut, setShut] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const field = useRef<HTMLTextAreaElement>(null)
  /** Where the caret goes with the text that is about to be shown, before the next key. */
  const placed = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (placed.current !== null) field.current?.setSelectionRange(placed.current, placed.current)
    placed.current = null
  }, [text])
  const typing = shut ? null : mentionAt(text, caret)
  const offered = typing === null ? [] : offer(people, typing.typed)
  const picked = Math.max(0, Math.min(at, offered.length - 1))
  const take = ({ id, name }: Named) => {
    if (typing === null) return
    const before = `${text.slice(0, typing.at)}@${name} `
    setText(before + text.slice(caret).replace(/^ /, ''))
    setCaret(before.length)
    setChosen(new Set([...chosen, id]))
    placed.current = before.length
  }
  /** Whether the key was for the list. */
  const onOfferKey = ({ key, shiftKey }: KeyboardEvent): boolean => {
    const one = offered[picked]
    if (one === undefined) return false
    if (key === 'ArrowDown') setAt((picked + 1) % offered.length)
    else if (key === 'ArrowUp') setAt((picked + offered.length - 1) % offered.length)
    else if ((key === 'Enter' || key === 'Tab') && !shiftKey) take(one)
    else if (key === 'Escape') setShut(true)
    else return false
    return true
  }
  const onChange = ({ target }: ChangeEvent<HTMLTextAreaElement>) => {
    setText(target.value)
    setCaret(target.selectionStart)
    setAt(0)
    setShut(false)
  }
  const onSelect = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => setCaret(currentTarget.selectionStart)
  const clear = () => {
    setText('')
    setChosen(new Set())
  }
  return { field, text, chosen, offered, picked, onChange, onSelect, onOfferKey, take, clear }
}

/** By the beginning of any of their names. */
function offer(people: readonly Named[], typed: string): readonly Named[] {
  const wanted = typed.toLocaleLowerCase()
  const fits = ({ name }: Named) => {
    const called = name.toLocaleLowerCase()
    return (
      called !== wanted && (called.startsWith(wanted) || called.split(/\s+/).some((word) => word.startsWith(wanted)))
    )
  }
  return people.filter(fits).slice(0, OFFERED_AT_MOST)
}
