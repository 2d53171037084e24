/** Words that the server does not have, to be taken along: on the clipboard or as a file. */
import { useRef, useState } from 'react'
import { COPY_WORDS, SAVE_AS_TEXT, UNSENT_HEADING, WORDS_COPIED } from '../../text/unsent.ts'
import { Button } from '../../ui/Button.tsx'
import { copyField } from '../../ui/copy-text.ts'
import { saveFile } from '../../ui/save-file.ts'
import styles from './UnsentText.module.css'

/** More is scrolled. */
const MOST_ROWS = 12

export function UnsentText({ text, name }: { readonly text: string; readonly name: string }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState(false)
  const rows = Math.min(MOST_ROWS, text.split('\n').length + 2)
  const copy = () => {
    if (field.current !== null) void copyField(field.current).then(setCopied)
  }
  const save = () => saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), `${name}.txt`)
  return (
    <div className={styles['root']}>
      <textarea ref={field} className={styles['text']} aria-label={UNSENT_HEADING} readOnly rows={rows} value={text} />
      <p className={styles['ways']}>
        <Button onClick={copy}>{COPY_WORDS}</Button>
        <Button look="text" onClick={save}>
          {SAVE_AS_TEXT}
        </Button>
        <span role="status">{copied && WORDS_COPIED}</span>
      </p>
    </div>
  )
}
