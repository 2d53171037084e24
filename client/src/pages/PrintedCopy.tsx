/** For whoever comes from paper: which lines of their copy read otherwise by now. */
import type { Brief, LineChange, PrintedCopy as Copy } from '@throughline/shared/brief'
import type { MapId } from '@throughline/shared/schema'
import { useEffect, useState } from 'react'
import { fetchBriefChanges } from '../api/brief.ts'
import { PRINTED_COPY, sayAge, sayLineChange } from '../text/printed.ts'
import { NEWER_COPY } from '../text/public-brief.ts'
import styles from './PrintedCopy.module.css'

export interface PrintedCopyProps {
  readonly map: MapId
  readonly copy: Copy
  /** As it is shown; asked again whenever it is another. */
  readonly brief: Brief
}

export function PrintedCopy({ map, copy, brief }: PrintedCopyProps) {
  const state = `${brief.revision} ${brief.asOf}`
  const isNewer = brief.version !== undefined && copy.asOf > Date.parse(brief.asOf)
  const [lines, setLines] = useState<readonly LineChange[] | null>(null)
  useEffect(() => {
    let left = false
    fetchBriefChanges(map, copy).then(
      (answer) => left || setLines(answer),
      // The page itself is there, and says its own revision: without an answer there is nothing to say of the copy.
      () => left || setLines(null),
    )
    return () => {
      left = true
    }
  }, [map, copy, state])
  if (lines === null) return null
  return (
    <section className={styles['copy']} aria-label={PRINTED_COPY}>
      <p role="status">{isNewer ? NEWER_COPY : sayAge(lines.length, copy.asOf)}</p>
      {lines.length > 0 && (
        <ul className={styles['lines']}>
          {lines.map((line) => (
            <li key={`${line.is} ${line.block ?? ''} ${line.part}`}>
              <span className={styles['is']}>{sayLineChange(line)}</span>
              {line.text !== '' && (
                <span className={styles['words']} dir="auto">
                  {line.text}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
