/** The link of the chosen role with its copy button, or the making of one. */
import type { Role } from '@throughline/shared/access'
import { LIMITS } from '@throughline/shared/schema'
import { useRef, useState } from 'react'
import { ROLE_WORDS } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { copyField } from '../../ui/copy-text.ts'
import { Field } from '../../ui/Field.tsx'
import styles from './ShareDialog.module.css'
import type { NewLink } from './use-links.ts'

export interface LinkBoxProps {
  readonly role: Role
  /** Null while this browser knows no link of this role. */
  readonly link: string | null
  readonly waiting: boolean
  readonly busy: boolean
  readonly onMake: (link: NewLink) => Promise<unknown>
}

export function LinkBox({ role, link, waiting, busy, onMake }: LinkBoxProps) {
  const [making, setMaking] = useState(false)
  if (waiting && link === null) return <div className={styles['box-waiting']} />
  const who = `${ROLE_WORDS[role].toLowerCase()}s`
  return (
    <>
      {link !== null && <CopyLink link={link} name={`Link for ${who}`} />}
      {link !== null && !making && (
        <p className={styles['under']}>
          <Hint link={link} />
          <Button look="text" onClick={() => setMaking(true)}>
            Make another link
          </Button>
        </p>
      )}
      {(link === null || making) && (
        <MakeLink
          busy={busy}
          onMake={(label, expiresAt) => void onMake({ role, label, expiresAt }).then(() => setMaking(false))}
        />
      )}
    </>
  )
}

function CopyLink({ link, name }: { readonly link: string; readonly name: string }) {
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<string | null>(null)
  const copy = async () => {
    if (field.current !== null && (await copyField(field.current))) setCopied(link)
  }
  return (
    <div className={styles['box']}>
      <input
        ref={field}
        className={styles['link']}
        readOnly
        aria-label={name}
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <Button look="filled" onClick={() => void copy()}>
        {copied === link ? 'Copied' : 'Copy link'}
      </Button>
      {/* Beside the button: inside it, it would take the button's name away. */}
      <span role="status" className="only-heard">
        {copied === link && 'The link is copied.'}
      </span>
    </div>
  )
}

/** An address that no other machine can reach is worth a word before somebody sends it. */
function Hint({ link }: { readonly link: string }) {
  const { hostname } = new URL(link)
  if (!['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return null
  return <span>Opens on this machine only. Start the server with HOST=0.0.0.0 to let others in.</span>
}

function MakeLink({
  busy,
  onMake,
}: {
  readonly busy: boolean
  readonly onMake: (label: string, ends: number | null) => void
}) {
  const [label, setLabel] = useState('')
  const [ends, setEnds] = useState('')
  return (
    <form
      className={styles['make']}
      onSubmit={(event) => {
        event.preventDefault()
        onMake(label.trim(), endOf(ends))
      }}
    >
      <Field
        inline
        label="Label"
        placeholder="Workshop, agency, board…"
        maxLength={LIMITS.nameLength}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
      <Field inline label="Ends" type="date" value={ends} onChange={(event) => setEnds(event.target.value)} />
      <Button type="submit" disabled={busy}>
        Make the link
      </Button>
    </form>
  )
}

/** The last moment of a chosen day, by this machine's calendar; null for none. */
export function endOf(day: string): number | null {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) return null
  const end = new Date(year, month - 1, date, 23, 59, 59, 999).getTime()
  return Number.isFinite(end) ? end : null
}
