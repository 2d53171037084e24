/** A part of the panel that is folded up until somebody wants it; what is in it costs nothing before. */
import { useState, type ReactNode } from 'react'
import styles from './Fold.module.css'

export interface FoldProps {
  readonly title: string
  /** Whether it begins unfolded. */
  readonly open?: boolean
  /** Made when it is unfolded, and gone when it is folded up again. */
  readonly children: ReactNode
}

export function Fold({ title, open = false, children }: FoldProps) {
  const [isOpen, setIsOpen] = useState(open)
  return (
    <details className={styles['fold']} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && children}
    </details>
  )
}
