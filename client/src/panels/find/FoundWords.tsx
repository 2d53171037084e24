/** Words with what was looked for marked in them; of a long text the part around the first mark. */
import type { Mark } from '@throughline/shared/finding'
import type { ReactNode } from 'react'
import styles from './FindPanel.module.css'

const BEFORE = 60
const LONGEST = 220

export function FoundWords({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) {
  const first = marks[0]?.[0] ?? 0
  const start = text.length <= LONGEST ? 0 : Math.max(0, first - BEFORE)
  const end = Math.min(text.length, start + LONGEST)
  const pieces: ReactNode[] = start > 0 ? ['…'] : []
  let at = start
  for (const [from, to] of marks) {
    if (from < at || to > end) continue
    pieces.push(
      text.slice(at, from),
      <mark key={from} className={styles['mark']}>
        {text.slice(from, to)}
      </mark>,
    )
    at = to
  }
  pieces.push(text.slice(at, end), end < text.length ? '…' : '')
  return <>{pieces}</>
}
