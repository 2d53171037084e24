/** Every key that opens something, with a way to take it back. The last owner's key stays: without one a map is lost. */
import type { KeyView } from '@throughline/shared/protocol'
import { useState } from 'react'
import { ROLE_WORDS, sayDate } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './ShareDialog.module.css'

export interface LinksInUseProps {
  readonly keys: readonly KeyView[]
  readonly busy: boolean
  readonly onRevoke: (id: string) => Promise<unknown>
}

export function LinksInUse({ keys, busy, onRevoke }: LinksInUseProps) {
  if (keys.length === 0) return null
  const owners = keys.filter(({ role }) => role === 'owner').length
  return (
    <section className={styles['in-use']} aria-labelledby="links-in-use">
      <h3 id="links-in-use" className={styles['heading']}>
        Links in use
      </h3>
      <ul>
        {keys.map((key) => (
          <KeyRow
            key={key.id}
            view={key}
            busy={busy}
            onRevoke={key.role === 'owner' && owners === 1 ? null : () => void onRevoke(key.id)}
          />
        ))}
      </ul>
    </section>
  )
}

interface KeyRowProps {
  readonly view: KeyView
  readonly busy: boolean
  readonly onRevoke: (() => void) | null
}

function KeyRow({ view, busy, onRevoke }: KeyRowProps) {
  const [asks, setAsks] = useState(false)
  const now = Date.now()
  const { label, role, createdAt, expiresAt } = view
  const name = label === '' ? `${ROLE_WORDS[role]} link` : label
  const ended = expiresAt !== null && expiresAt <= now
  return (
    <li className={styles['key']}>
      <span className={styles['key-name']} dir="auto">
        {name}
      </span>
      <span>{ROLE_WORDS[role]}</span>
      <span>
        {expiresAt === null
          ? `since ${sayDate(createdAt, now)}`
          : `${ended ? 'ended' : 'ends'} ${sayDate(expiresAt, now)}`}
      </span>
      {onRevoke !== null && !asks && (
        <Button look="text" aria-label={`Revoke ${name}`} disabled={busy} onClick={() => setAsks(true)}>
          Revoke
        </Button>
      )}
      {onRevoke !== null && asks && (
        <p className={styles['asks']} role="alert">
          Whoever came with it is out at once.{' '}
          <Button look="text" disabled={busy} onClick={onRevoke} aria-label={`Revoke ${name} now`}>
            Revoke it
          </Button>{' '}
          <Button look="text" onClick={() => setAsks(false)}>
            Keep it
          </Button>
        </p>
      )}
    </li>
  )
}
