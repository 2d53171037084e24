/** A name and a voice in ten seconds. */
import { LIMITS, type Voice } from '@throughline/shared/schema'
import { useState } from 'react'
import { me } from '../../browser/me.ts'
import { errorText } from '../../text/errors.ts'
import { INVITED_TO, JOIN, NO_ACCOUNT, NO_VOICE, SPEAK_FOR, YOUR_NAME } from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { useAttempt } from '../../ui/use-attempt.ts'
import styles from './JoinPage.module.css'

export interface JoinFormProps {
  readonly title: string
  readonly voices: readonly Pick<Voice, 'id' | 'name'>[]
  readonly onJoin: (name: string, voice: string | null) => Promise<void>
}

export function JoinForm({ title, voices, onJoin }: JoinFormProps) {
  const [name, setName] = useState(me().named ? me().name : '')
  const [voice, setVoice] = useState<string | null>(null)
  const { busy, trouble, attempt } = useAttempt()
  return (
    <main className={styles['page']}>
      <Mark />
      <h1 className={styles['title']}>
        <span className={styles['invited']}>{INVITED_TO}</span>
        {title}
      </h1>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void attempt(() => onJoin(name.trim(), voice))
        }}
      >
        <Field
          label={YOUR_NAME}
          value={name}
          maxLength={LIMITS.nameLength}
          autoComplete="given-name"
          required
          onChange={(event) => setName(event.target.value)}
        />
        <fieldset className={styles['voices']}>
          <legend>{SPEAK_FOR}</legend>
          {[...voices.map(({ id, name }) => ({ id: id as string | null, name })), { id: null, name: NO_VOICE }].map(
            (one) => (
              <label key={one.id ?? ''} data-chosen={voice === one.id}>
                <input type="radio" name="voice" checked={voice === one.id} onChange={() => setVoice(one.id)} />
                {one.name}
              </label>
            ),
          )}
        </fieldset>
        <div className={styles['foot']}>
          <Button type="submit" look="filled" large disabled={busy || name.trim() === ''}>
            {JOIN}
          </Button>
          <p>{trouble === null ? NO_ACCOUNT : <span role="alert">{errorText(trouble).says}</span>}</p>
        </div>
      </form>
    </main>
  )
}
