/** One wording become another, word by word: what has gone is struck through, what is new is underlined with dots. */
import { newWords } from '@throughline/shared/words'
import { memo } from 'react'
import styles from './ChangesPanel.module.css'

export interface WordDiffProps {
  readonly before: string
  readonly after: string
}

export const WordDiff = memo(function WordDiff({ before, after }: WordDiffProps) {
  const kept = newWords(after, before)
  const isRemade = !kept.some(({ text, isNew }) => !isNew && text.trim() !== '')
  return (
    <span className={styles['diff']} dir="auto">
      {before !== '' && (
        <span className={styles['was']}>
          {kept.map(({ text, isNew }, at) => (isNew ? <del key={at}>{text}</del> : text))}
        </span>
      )}
      {after !== '' && (
        <span className={styles['is']}>
          {isRemade && before !== '' ? (
            <ins>{after}</ins>
          ) : (
            newWords(before, after).map(({ text, isNew }, at) => (isNew ? <ins key={at}>{text}</ins> : text))
          )}
        </span>
      )}
    </span>
  )
})
