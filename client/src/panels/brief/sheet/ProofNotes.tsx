/** The proofs of an editorial page, as numbered notes at its foot. */
import { originOf, type BriefEntry, type Language, type PageItem } from '@throughline/shared/brief'
import { Entry, type ProofLine } from './parts.tsx'
import styles from './ProofNotes.module.css'

interface ProofNotesProps {
  readonly items: readonly PageItem[]
  readonly language: Language
}

export function ProofNotes({ items, language }: ProofNotesProps) {
  const proofs = items.flatMap(({ lines }) => lines.filter((line): line is ProofLine => line.is === 'proof'))
  if (proofs.length === 0) return null
  const letters = proofs.reduce((sum, { entry }) => sum + lettersOf(entry), 0)
  const columns = proofs.length > 2 && letters / proofs.length <= SHORT ? 3 : 2
  return (
    <ol className={styles['notes']} style={{ columnCount: columns }}>
      {proofs.map(({ number, entry }) => (
        <li key={number}>
          <b className={styles['number']} aria-hidden="true">
            {number}
          </b>
          <Entry entry={entry} isProof language={language} />
        </li>
      ))}
    </ol>
  )
}

/** Letters of a note that a third of the page is wide enough for. */
const SHORT = 82

function lettersOf(entry: BriefEntry): number {
  const { by, source, on } = originOf(entry)
  return [entry.text, by, source, on].join(' ').length
}
