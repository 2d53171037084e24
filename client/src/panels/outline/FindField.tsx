/** Narrows the outline to the blocks that hold all the words one types. */
import type { KeyboardEvent, RefObject } from 'react'
import { FIND, FOUND_NOTHING } from '../../text/outline.ts'
import { count, sentence } from '../../text/words.ts'
import styles from './FindField.module.css'

export interface FindFieldProps {
  readonly field: RefObject<HTMLInputElement | null>
  readonly query: string
  /** Null while one looks for nothing. */
  readonly found: number | null
  readonly onQuery: (query: string) => void
  /** To the first that was found. */
  readonly onGo: () => void
}

export function FindField({ field, query, found, onQuery, onGo }: FindFieldProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === 'ArrowDown') onGo()
    else if (event.key === 'Escape' && query !== '') onQuery('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className={styles['find']}>
      <input
        ref={field}
        type="search"
        aria-label={FIND}
        aria-keyshortcuts="/"
        placeholder={FIND}
        autoComplete="off"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">/</kbd>
      <p role="status" className={styles['found']}>
        {found === null ? '' : found === 0 ? FOUND_NOTHING : `${sentence(count(found, 'block'))}.`}
      </p>
    </search>
  )
}
