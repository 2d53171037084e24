/** The map's title and subject, edited where they stand. Enter keeps, Esc leaves it as it was. */
import { setSubject, setTitle } from '@throughline/shared/doc'
import { LIMITS } from '@throughline/shared/schema'
import { useRef, useState } from 'react'
import { useBeforeLock, useMapSnapshot, useSession } from '../../session/hooks.ts'
import styles from './MapTitle.module.css'

export function MapTitle() {
  const session = useSession()
  const title = useMapSnapshot((snapshot) => snapshot.map.title)
  const subject = useMapSnapshot((snapshot) => snapshot.map.subject)
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  if (!canWrite)
    return (
      <h1 className={styles['title']} dir="auto" title={subject}>
        {title === '' ? 'Untitled map' : title}
      </h1>
    )
  return (
    <h1 className={styles['heading']}>
      <LineInPlace
        label="Title"
        value={title}
        empty="Untitled map"
        onKeep={(text) => session.edit((map) => setTitle(map, text))}
      />
    </h1>
  )
}

/** What or who is being positioned; stands in the menu, since it changes once in a map's life. */
export function MapSubject() {
  const session = useSession()
  const subject = useMapSnapshot((snapshot) => snapshot.map.subject)
  return (
    <LineInPlace
      label="Subject"
      value={subject}
      empty="What is being positioned?"
      onKeep={(text) => session.edit((map) => setSubject(map, text))}
    />
  )
}

interface LineInPlaceProps {
  readonly label: string
  readonly value: string
  readonly empty: string
  readonly onKeep: (text: string) => void
}

function LineInPlace({ label, value, empty, onKeep }: LineInPlaceProps) {
  /** Null while nobody writes here: then what others write shows at once. */
  const [draft, setDraft] = useState<string | null>(null)
  const dropped = useRef(false)
  const keep = () => {
    if (!dropped.current && draft !== null && draft !== value) onKeep(draft)
    setDraft(null)
  }
  useBeforeLock(keep)
  return (
    <input
      className={styles['line']}
      aria-label={label}
      placeholder={empty}
      dir="auto"
      maxLength={LIMITS.titleLength}
      value={draft ?? value}
      onFocus={() => {
        dropped.current = false
        setDraft(value)
      }}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Escape') dropped.current = true
        if (event.key !== 'Escape' && (event.key !== 'Enter' || event.nativeEvent.isComposing)) return
        event.preventDefault()
        event.currentTarget.blur()
      }}
    />
  )
}
