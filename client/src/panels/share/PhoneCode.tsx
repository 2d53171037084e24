/** The link as a code: for a phone in the room, for the big screen, for a slide. */
import type { Role } from '@throughline/shared/access'
import { useRef } from 'react'
import { ROLE_WORDS } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { QrCode, qrSvg, useQr } from './QrCode.tsx'
import styles from './ShareDialog.module.css'

export interface PhoneCodeProps {
  readonly link: string | null
  readonly role: Role
  readonly waiting: boolean
}

export function PhoneCode({ link, role, waiting }: PhoneCodeProps) {
  const figure = useRef<HTMLElement>(null)
  const picture = useQr(link)
  const who = ROLE_WORDS[role].toLowerCase()
  if (link === null && waiting) return <div className={styles['code-waiting']} />
  if (link === null)
    return <p className={styles['no-code']}>Make a link, and its code stands here for a phone to read.</p>
  return (
    <>
      <figure ref={figure} className={styles['code']}>
        {picture !== null && <QrCode picture={picture} name={`Code of the link for ${who}s`} />}
      </figure>
      <p className={styles['point']}>
        Point a phone here to {role === 'reader' ? 'read the brief' : `join as ${who}`}.
      </p>
      <p className={styles['code-acts']}>
        <Button look="text" onClick={() => void figure.current?.requestFullscreen()}>
          Fill the screen
        </Button>
        <Button
          look="text"
          disabled={picture === null}
          onClick={() =>
            picture !== null && saveFile(new Blob([qrSvg(picture)], { type: 'image/svg+xml' }), `${who}.svg`)
          }
        >
          Save as picture
        </Button>
      </p>
    </>
  )
}
