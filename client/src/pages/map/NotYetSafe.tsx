/** What is on this device alone, block by block and in words, to look at and to take along as text. */
import { useEffect, useState } from 'react'
import { littleRoom } from '../../browser/room.ts'
import { useMap, useSaved, useSession } from '../../session/hooks.ts'
import { COMMENT } from '../../text/comments.ts'
import {
  ALL_SAFE,
  COPY_AS_TEXT,
  COPY_REFUSED,
  GOES_BY_ITSELF,
  GOES_WHEN_OPEN,
  GOES_WITH_WINDOW,
  LITTLE_ROOM,
  NO_WORDS_WAIT,
  NOT_YET_SAFE,
  SAVE_AS_TEXT,
  unsentEntries,
  unsentText,
  WORDS_COPIED,
  type UnsentEntry,
} from '../../text/unsent.ts'
import { KIND_WORDS } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { saveFile } from '../../ui/save-file.ts'
import styles from './NotYetSafe.module.css'

export function NotYetSafe({ onClose }: { readonly onClose: () => void }) {
  const session = useSession()
  const map = useMap()
  const saved = useSaved()
  const words = session.unsentWords()
  const entries = unsentEntries(words)
  const text = unsentText([words])
  const [said, setSaid] = useState('')
  const isTight = useLittleRoom()
  const copy = () => void copyText(text).then((copied) => setSaid(copied ? WORDS_COPIED : COPY_REFUSED))
  const save = () =>
    saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), `${map.title === '' ? 'map' : map.title}.txt`)
  const waitsFor = saved.is === 'locked' ? GOES_WHEN_OPEN : GOES_BY_ITSELF
  const isKept = !('kept' in saved) || saved.kept
  return (
    <Dialog
      title={NOT_YET_SAFE}
      intro={session.unsaved ? (isKept ? waitsFor : GOES_WITH_WINDOW) : ALL_SAFE}
      onClose={onClose}
      actions={
        text !== '' && (
          <>
            <Button onClick={copy}>{COPY_AS_TEXT}</Button>
            <Button look="text" onClick={save}>
              {SAVE_AS_TEXT}
            </Button>
            <span role="status">{said}</span>
          </>
        )
      }
    >
      {session.unsaved && (
        <ul className={styles['list']}>
          {words.title !== null && (
            <li className={styles['one']}>
              <p className={styles['label']}>Title</p>
              <p className={styles['words']} dir="auto">
                {words.title}
              </p>
            </li>
          )}
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
          {words.comments.map((comment, at) => (
            <li key={at} className={styles['one']}>
              <p className={styles['label']}>{COMMENT}</p>
              <p className={styles['words']} dir="auto">
                {comment}
              </p>
            </li>
          ))}
          {words.title === null && entries.length === 0 && words.comments.length === 0 && (
            <li className={styles['label']}>{NO_WORDS_WAIT}</li>
          )}
        </ul>
      )}
      {isTight && <p className={styles['label']}>{LITTLE_ROOM}</p>}
    </Dialog>
  )
}

function Entry({ entry }: { readonly entry: UnsentEntry }) {
  const { kind, statement, lines } = entry
  return (
    <li className={styles['one']}>
      <p className={styles['kind']}>
        <KindGlyph kind={kind} />
        {KIND_WORDS[kind]}
      </p>
      {lines.every(([, text]) => text !== statement) && statement !== '' && (
        <p className={styles['statement']} dir="auto">
          {statement}
        </p>
      )}
      {lines.length === 0 && <p className={styles['label']}>{NO_WORDS_WAIT}</p>}
      {lines.map(([label, text]) => (
        <div key={label}>
          <p className={styles['label']}>{label}</p>
          <p className={styles['words']} dir="auto">
            {text === '' ? '–' : text}
          </p>
        </div>
      ))}
    </li>
  )
}

function useLittleRoom(): boolean {
  const [isTight, setTight] = useState(false)
  useEffect(() => {
    let left = false
    void littleRoom().then((little) => left || setTight(little))
    return () => {
      left = true
    }
  }, [])
  return isTight
}
