/** Earlier states of the map: kept, looked into, put back, whole or a block of them. */
import { LIMITS } from '@throughline/shared/schema'
import { useState, type FormEvent } from 'react'
import { useMapSnapshot, useSession } from '../../session/hooks.ts'
import { AGREED_PANEL } from '../../text/agreed.ts'
import { CHANGES_WAY } from '../../text/changes.ts'
import { LIST_WAITS } from '../../text/brief-offline.ts'
import { errorText } from '../../text/errors.ts'
import {
  KEEP_VERSION,
  KEPT,
  NO_VERSIONS,
  VERSION_NAME,
  VERSION_NAME_EXAMPLE,
  VERSIONS_PANEL,
} from '../../text/versions.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useVersions, type VersionsHere } from './use-versions.ts'
import { VersionEntry } from './VersionEntry.tsx'
import styles from './VersionsPanel.module.css'

export interface VersionsPanelProps {
  readonly onClose?: (() => void) | undefined
  readonly onPanel: (panel: 'changes' | 'agreed') => void
}

export function VersionsPanel({ onClose, onPanel }: VersionsPanelProps) {
  const { mapId } = useSession()
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const here = useVersions(mapId)
  const [open, setOpen] = useState<string | null>(null)
  const { versions, trouble } = here
  return (
    <Panel title={VERSIONS_PANEL} onClose={onClose}>
      <p className={styles['ways']}>
        <Button look="text" onClick={() => onPanel('changes')}>
          {CHANGES_WAY}
        </Button>
        <Button look="text" onClick={() => onPanel('agreed')}>
          {AGREED_PANEL}
        </Button>
      </p>
      {canWrite && <KeepOne here={here} />}
      {trouble !== null && (
        <p role="alert" className={styles['trouble']}>
          {trouble.extra['unreachable'] === true ? LIST_WAITS : errorText(trouble).says}
        </p>
      )}
      {versions?.length === 0 && <p className={styles['none']}>{NO_VERSIONS}</p>}
      <ol className={styles['list']}>
        {versions?.map((version) => (
          <VersionEntry
            key={version.id}
            version={version}
            versions={versions}
            isOpen={open === version.id}
            onToggle={() => setOpen(open === version.id ? null : version.id)}
            keep={here.keep}
          />
        ))}
      </ol>
    </Panel>
  )
}

function KeepOne({ here }: { readonly here: VersionsHere }) {
  const session = useSession()
  const [name, setName] = useState('')
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    const wanted = name.trim()
    if (wanted === '' || !(await here.keep(wanted))) return
    setName('')
    session.say(KEPT(wanted))
  }
  return (
    <form className={styles['keep']} onSubmit={(event) => void keep(event)}>
      <Field
        label={VERSION_NAME}
        placeholder={VERSION_NAME_EXAMPLE}
        value={name}
        maxLength={LIMITS.nameLength}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" disabled={here.busy || name.trim() === ''}>
        {KEEP_VERSION}
      </Button>
    </form>
  )
}
