/** For whoever types the code that is on the screen of the room. */
import type { AppError } from '@throughline/shared/errors'
import { readJoinCode } from '@throughline/shared/schema'
import { useState } from 'react'
import { refusalText } from '../../text/errors.ts'
import { CODE_HINT, CODE_TO_JOIN, GO_ON, JOIN_A_WORKSHOP } from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Mark } from '../../ui/Mark.tsx'
import styles from './JoinPage.module.css'

export interface CodeFormProps {
  readonly trouble: AppError | null
  readonly onCode: (code: string) => Promise<void>
}

export function CodeForm({ trouble, onCode }: CodeFormProps) {
  const [typed, type] = useState('')
  const [busy, setBusy] = useState(false)
  const code = readJoinCode(typed)
  const go = async () => {
    if (code === null || busy) return
    setBusy(true)
    await onCode(code)
    setBusy(false)
  }
  return (
    <main className={styles['page']}>
      <Mark />
      <h1 className={styles['title']}>{JOIN_A_WORKSHOP}</h1>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void go()
        }}
      >
        <Field
          label={CODE_TO_JOIN}
          hint={CODE_HINT}
          value={typed}
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          onChange={(event) => type(event.target.value)}
        />
        <div className={styles['foot']}>
          <Button type="submit" look="filled" large disabled={busy || code === null}>
            {GO_ON}
          </Button>
          {trouble !== null && <p role="alert">{refusalText(trouble)}</p>}
        </div>
      </form>
    </main>
  )
}
