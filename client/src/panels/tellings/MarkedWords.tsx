/** A wording with its words told apart: those that somebody else says too stand out, those that nobody does step back. */
import type { Drift, Reading } from '@throughline/shared/drift'
import { Fragment } from 'react'
import styles from './TellingsPanel.module.css'

export interface MarkedWordsProps {
  readonly reading: Reading
  readonly drift: Drift
}

export function MarkedWords({ reading, drift }: MarkedWordsProps) {
  const { text, terms, teller } = reading
  const shared = sharedBy(drift, reading)
  // Where there is nothing to compare it with, no word of it stands alone.
  const alone = !drift.readings.some((other) => other !== reading && other.language === reading.language)
  const parts = terms.map((term, at) => {
    const before = terms[at - 1]
    const gap = text.slice(before === undefined ? 0 : before.at + before.text.length, term.at)
    const word = shared.has(term.key) && term.is !== 'small' ? <b>{term.text}</b> : term.text
    return (
      <Fragment key={term.at}>
        {gap}
        {word}
      </Fragment>
    )
  })
  const last = terms.at(-1)
  const rest = text.slice(last === undefined ? 0 : last.at + last.text.length)
  return (
    <span className={styles['marked']} data-alone={alone} data-teller={teller ?? 'statement'}>
      {parts}
      {rest}
    </span>
  )
}

function sharedBy({ inCommon, figures, category }: Drift, { teller }: Reading): ReadonlySet<string> {
  return new Set(
    [...inCommon, ...figures, ...category]
      .filter(({ by }) => by.length > 1 && by.includes(teller))
      .map(({ key }) => key),
  )
}
