/** The link to join as a code for phones in the room. */
import type { MapId } from '@throughline/shared/schema'
import { useEffect, useRef, useState } from 'react'
import { serverConfig } from '../../api/session.ts'
import { knownKeys } from '../../browser/known-keys.ts'
import {
  COPIED,
  COPY_LINK,
  HIDE_INVITE,
  JOIN_LINK,
  JOINS_AS_EDITOR,
  LINK_COPIED,
  NO_LINK_HERE,
  POINT_PHONE,
  SHOW_INVITE,
} from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import { copyField } from '../../ui/copy-text.ts'
import { QrCode, useQr } from '../share/QrCode.tsx'
import styles from './Workshop.module.css'

export function InvitePart({ map, isOpenFirst }: { readonly map: MapId; readonly isOpenFirst: boolean }) {
  const [open, setOpen] = useState(isOpenFirst)
  return (
    <section className={styles['invite']}>
      <Button look="text" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? HIDE_INVITE : SHOW_INVITE}
      </Button>
      {open && <Invitation map={map} />}
    </section>
  )
}

function Invitation({ map }: { readonly map: MapId }) {
  const origin = useOrigin()
  const { commenter, editor } = knownKeys(map)
  const key = commenter ?? editor
  const link = key === undefined ? null : `${origin}/j/${map}#key=${key}`
  const picture = useQr(link)
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  if (link === null) return <p className={styles['note']}>{NO_LINK_HERE}</p>
  const copy = async () => {
    if (field.current !== null && (await copyField(field.current))) setCopied(true)
  }
  return (
    <>
      <div className={styles['code']}>{picture !== null && <QrCode picture={picture} name={JOIN_LINK} />}</div>
      <p className={styles['note']}>
        {POINT_PHONE} {commenter === undefined && JOINS_AS_EDITOR}
      </p>
      <div className={styles['link']}>
        <input ref={field} readOnly aria-label={JOIN_LINK} value={link} onFocus={(event) => event.target.select()} />
        <Button onClick={() => void copy()}>{copied ? COPIED : COPY_LINK}</Button>
        <span role="status" className="only-heard">
          {copied && LINK_COPIED}
        </span>
      </div>
    </>
  )
}

/** Where links point: what the operator says, else where this page came from. */
function useOrigin(): string {
  const [origin, setOrigin] = useState(window.location.origin)
  useEffect(() => {
    let left = false
    serverConfig().then(
      ({ publicUrl }) => left || publicUrl === null || setOrigin(publicUrl.replace(/\/$/, '')),
      () => undefined, // out of reach: this page's own origin is the best there is
    )
    return () => {
      left = true
    }
  }, [])
  return origin
}
