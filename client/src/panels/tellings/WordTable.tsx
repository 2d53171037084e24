/** Who says which word: a row a word, a column a voice, the statement first. */
import type { Drift, SaidWord, Teller } from '@throughline/shared/drift'
import { useState } from 'react'
import {
  CATEGORY,
  FIGURES,
  IN_COMMON,
  moreWords,
  SAYS_IT,
  SAYS_NOT,
  STATEMENT_MARK,
  THE_STATEMENT,
} from '../../text/tellings.ts'
import type { VoiceLetter } from '../../text/voice-letters.ts'
import { sentence } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './TellingsPanel.module.css'

/** What fits beside the figure without scrolling. */
const ROWS = 10

export interface WordTableProps {
  readonly drift: Drift
  readonly voices: readonly VoiceLetter[]
}

interface Column {
  readonly teller: Teller
  readonly mark: string
  readonly name: string
}

export function WordTable({ drift, voices }: WordTableProps) {
  const tellers: readonly Column[] = [
    { teller: null, mark: STATEMENT_MARK, name: sentence(THE_STATEMENT) },
    ...voices.map(({ id, letters, name }) => ({ teller: id, mark: letters, name })),
  ]
  const columns = tellers.filter(({ teller }) => drift.readings.some((reading) => reading.teller === teller))
  const groups = [
    { heading: IN_COMMON, words: drift.inCommon },
    { heading: CATEGORY, words: drift.category },
    { heading: FIGURES, words: drift.figures },
  ].filter(({ words }) => words.length > 0)
  if (groups.length === 0) return null
  return (
    <div className={styles['tables']}>
      {groups.map(({ heading, words }) => (
        <OneTable key={heading} heading={heading} words={words} columns={columns} />
      ))}
    </div>
  )
}

interface OneTableProps {
  readonly heading: string
  readonly words: readonly SaidWord[]
  readonly columns: readonly Column[]
}

function OneTable({ heading, words, columns }: OneTableProps) {
  const [all, setAll] = useState(false)
  const shown = all ? words : words.slice(0, ROWS)
  return (
    <div>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {columns.map(({ mark, name }) => (
              <th key={name} scope="col">
                <span aria-hidden="true" title={name}>
                  {mark}
                </span>
                <span className="only-heard">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, text, by }) => (
            <tr key={`${key} ${by.join(' ')}`}>
              <th scope="row" dir="auto">
                {text}
              </th>
              {columns.map(({ teller, name }) => (
                <td key={name} data-says={by.includes(teller)}>
                  <span className="only-heard">{by.includes(teller) ? SAYS_IT : SAYS_NOT}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < words.length && (
        <Button look="text" onClick={() => setAll(true)}>
          {moreWords(words.length - shown.length)}
        </Button>
      )}
    </div>
  )
}
