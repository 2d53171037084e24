/** A part of the panel that is folded up until somebody wants it. */
import type { ReactNode } from 'react'
import styles from './Fold.module.css'

export interface FoldProps {
  readonly title: string
  /** Whether it begins unfolded. */
  readonly open?: boolean
  readonly children: ReactNode
}

export function Fold({ title, open = false, children }: FoldProps) {
  return (
    <details className={styles['fold']} open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
