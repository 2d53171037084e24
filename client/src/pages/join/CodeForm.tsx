/** For whoever types the code that is on the screen of the room. */
import type { AppError } from '@throughline/shared/errors'
import { JOIN_CODE_LENGTH, readJoinCode } from '@throughline/shared/schema'
import { useState } from 'react'
import { refusalText } from '../../text/errors.ts'
import { CODE_HINT, CODE_TO_JOIN, GO_ON, JOIN_A_WORKSHOP, NO_SUCH_CODE } from '../../text/workshop.ts'
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
  // As long as one, and none: a grey button alone would not say so.
  const isNoCode = code === null && typed.replace(/[\s-]/g, '').length >= JOIN_CODE_LENGTH
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
          hint={isNoCode ? NO_SUCH_CODE : CODE_HINT}
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
