/** Where a page cannot be shown: what is, and a way on. */
import { useEffect, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Mark } from '../ui/Mark.tsx'
import type { TroubleText } from '../text/errors.ts'
import styles from './RefusalPage.module.css'

export interface RefusalPageProps {
  readonly trouble: TroubleText
  /** Where trying again can help. */
  readonly again?: (() => void) | undefined
  /** What trying again means here. */
  readonly againWords?: string
  /** What there is to read and to take along, over the ways on. */
  readonly words?: ReactNode
  /** What else one can do from here. */
  readonly children?: ReactNode
}

export function RefusalPage({ trouble, again, againWords = 'Try again', words, children }: RefusalPageProps) {
  useEffect(() => {
    document.title = `${trouble.title} – Throughline`
  }, [trouble.title])
  return (
    <div className={styles['page']}>
      <header>
        <a href="/" className={styles['home']}>
          <Mark width={39} />
          Throughline
        </a>
      </header>
      <main>
        <h1 className={styles['title']}>{trouble.title}</h1>
        <p className={styles['says']} role="alert">
          {trouble.says}
        </p>
        {words}
        <div className={styles['ways']}>
          {again !== undefined && (
            <Button look="filled" onClick={again}>
              {againWords}
            </Button>
          )}
          {children}
          <a href="/" className={styles['link']}>
            Maps of this browser
          </a>
        </div>
      </main>
    </div>
  )
}
