/** How people come in: a code to type, the same as a picture for phones, and the link to send. */
import type { WorkshopView } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { useRef, useState } from 'react'
import { knownKeys } from '../../browser/known-keys.ts'
import {
  COPIED,
  COPY_LINK,
  HIDE_INVITE,
  JOIN_LINK,
  JOINS_AS_COMMENTER,
  JOINS_AS_EDITOR,
  LINK_COPIED,
  NO_LINK_HERE,
  POINT_PHONE,
  SHOW_INVITE,
  THIS_MACHINE_ONLY,
} from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import { copyField } from '../../ui/copy-text.ts'
import { QrCode, useQr } from '../share/QrCode.tsx'
import { JoinCode } from './JoinCode.tsx'
import { useOrigin } from './use-origin.ts'
import inviteStyles from './Invite.module.css'
import styles from './Workshop.module.css'

export interface InvitePartProps {
  readonly map: MapId
  readonly join: WorkshopView['join']
  readonly isOpenFirst: boolean
}

export function InvitePart({ map, join, isOpenFirst }: InvitePartProps) {
  const [open, setOpen] = useState(isOpenFirst)
  return (
    <section className={inviteStyles['invite']}>
      <Button look="text" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? HIDE_INVITE : SHOW_INVITE}
      </Button>
      {open && <Invitation map={map} join={join} />}
    </section>
  )
}

/** Whoever does not facilitate has no code; a link that this browser knows serves as well. */
function linkOf(origin: string, map: MapId, join: WorkshopView['join']) {
  if (join !== null && join !== undefined) return { link: origin + join.url, asEditor: false }
  const { commenter, editor } = knownKeys(map)
  const key = commenter ?? editor
  return { link: key === undefined ? null : `${origin}/j/${map}#key=${key}`, asEditor: commenter === undefined }
}

const ONLY_HERE: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

function Invitation({ map, join }: Omit<InvitePartProps, 'isOpenFirst'>) {
  const origin = useOrigin()
  const { link, asEditor } = linkOf(origin, map, join)
  const picture = useQr(link)
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  if (link === null) return <p className={styles['note']}>{NO_LINK_HERE}</p>
  const copy = async () => {
    if (field.current !== null && (await copyField(field.current))) setCopied(true)
  }
  return (
    <>
      <div className={inviteStyles['code']}>{picture !== null && <QrCode picture={picture} name={JOIN_LINK} />}</div>
      {join !== null && join !== undefined && <JoinCode origin={origin} code={join.code} />}
      <p className={styles['note']}>
        {POINT_PHONE} {asEditor ? JOINS_AS_EDITOR : JOINS_AS_COMMENTER}
        {ONLY_HERE.includes(new URL(link).hostname) && ` ${THIS_MACHINE_ONLY}`}
      </p>
      <div className={inviteStyles['link']}>
        <input ref={field} readOnly aria-label={JOIN_LINK} value={link} onFocus={(event) => event.target.select()} />
        <Button onClick={() => void copy()}>{copied ? COPIED : COPY_LINK}</Button>
        <span role="status" className="only-heard">
          {copied && LINK_COPIED}
        </span>
      </div>
    </>
  )
}
