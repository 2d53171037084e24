/** One version: when, by whom, and, opened, what has changed since. */
import type { VersionView } from '@throughline/shared/protocol'
import { useId } from 'react'
import { BY_ITSELF } from '../../text/versions.ts'
import { sayWhen } from './say-when.ts'
import { VersionChanges } from './VersionChanges.tsx'
import styles from './VersionsPanel.module.css'

export interface VersionEntryProps {
  readonly version: VersionView
  readonly versions: readonly VersionView[]
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly keep: (name: string, auto?: boolean) => Promise<boolean>
}

export function VersionEntry({ version, versions, isOpen, onToggle, keep }: VersionEntryProps) {
  const id = useId()
  const when = sayWhen(version.at)
  const name = version.name === '' ? BY_ITSELF : version.name
  return (
    <li className={styles['entry']}>
      <button
        type="button"
        className={styles['head']}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={onToggle}
      >
        <span className={version.name === '' ? styles['rest'] : styles['name']}>{name}</span>
        <span className={styles['facts']}>{[when, version.by].filter(Boolean).join(' · ')}</span>
      </button>
      {isOpen && (
        <div id={id} className={styles['inside']}>
          <VersionChanges
            version={version}
            versions={versions}
            name={version.name === '' ? when : version.name}
            keep={keep}
          />
        </div>
      )}
    </li>
  )
}
