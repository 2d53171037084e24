/** How much the wordings share, as a count, as the figure that sorts, and as sentences about who shares nothing. */
import type { Drift, Pair, Teller } from '@throughline/shared/drift'
import {
  driftMeans,
  NOTHING_TO_COMPARE,
  notComparable,
  sharesNothing,
  THE_STATEMENT,
  wordsInCommon,
} from '../../text/tellings.ts'
import type { VoiceLetter } from '../../text/voice-letters.ts'
import styles from './TellingsPanel.module.css'

export interface DriftInWordsProps {
  readonly drift: Drift
  readonly voices: readonly VoiceLetter[]
}

export function DriftInWords({ drift, voices }: DriftInWordsProps) {
  const { counts, figure, apart, notComparable: foreign, readings } = drift
  const nameOf = (teller: Teller) =>
    teller === null ? THE_STATEMENT : (voices.find(({ id }) => id === teller)?.name ?? '')
  const tellers = readings.map(({ teller }) => teller)
  return (
    <div className={styles['figure']}>
      {figure === null ? (
        <p>{NOTHING_TO_COMPARE}</p>
      ) : (
        <>
          <p className={styles['count']}>
            <span>{counts.inCommon}</span> {wordsInCommon(counts.words)}
          </p>
          <p>{driftMeans(figure)}</p>
        </>
      )}
      {[...partners(apart, tellers)].map(([one, others]) => (
        <p key={one ?? ''}>
          {sharesNothing(
            nameOf(one),
            others.length === tellers.length - 1 && others.length > 1 ? 'all' : others.map(nameOf),
          )}
        </p>
      ))}
      {[...partners(foreign, tellers)].map(([one, others]) => (
        <p key={one ?? ''}>{notComparable(nameOf(one), others.map(nameOf))}</p>
      ))}
    </div>
  )
}

/**
 * As few sentences as say it all: whoever is in most pairs speaks first and takes them along, so that one voice that
 * shares nothing with four others is one sentence.
 */
function partners(pairs: readonly Pair[], tellers: readonly Teller[]): ReadonlyMap<Teller, readonly Teller[]> {
  const said = new Map<Teller, readonly Teller[]>()
  let left = pairs
  while (left.length > 0) {
    const countOf = (teller: Teller) => left.filter(({ a, b }) => a === teller || b === teller).length
    const one = tellers.toSorted((a, b) => countOf(b) - countOf(a))[0] ?? null
    const mine = left.filter(({ a, b }) => a === one || b === one)
    if (mine.length === 0) break
    said.set(
      one,
      mine.map(({ a, b }) => (a === one ? b : a)),
    )
    left = left.filter((pair) => !mine.includes(pair))
  }
  return said
}
