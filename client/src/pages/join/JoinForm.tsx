/** A name and a voice in ten seconds. */
import type { WorkshopView } from '@throughline/shared/protocol'
import { LIMITS } from '@throughline/shared/schema'
import { useState } from 'react'
import { me } from '../../browser/me.ts'
import { errorText } from '../../text/errors.ts'
import {
  facilitatedBy,
  INVITED_TO,
  JOIN,
  NO_ACCOUNT,
  NO_VOICE,
  ONLY_YOU,
  SERVER_NOTE,
  SHOWN_ANONYMOUS,
  SHOWN_NAMED,
  SPEAK_FOR,
  WHO_CAN_READ,
  YOUR_NAME,
} from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { useAttempt } from '../../ui/use-attempt.ts'
import { Radio } from '../../ui/Radio.tsx'
import styles from './JoinPage.module.css'

export interface JoinFormProps {
  readonly view: WorkshopView
  readonly onJoin: (name: string, voice: string | null) => Promise<void>
}

export function JoinForm({ view, onJoin }: JoinFormProps) {
  const { title, voices, people, programme } = view
  const facilitators = people.filter(({ facilitator }) => facilitator).map(({ name }) => name)
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
      {facilitators.length > 0 && <p className={styles['by']}>{facilitatedBy(facilitators)}</p>}
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
          {[
            ...voices.map(({ id, name }): { id: string | null; name: string } => ({ id, name })),
            { id: null, name: NO_VOICE },
          ].map((one) => (
            <label key={one.id ?? ''} data-chosen={voice === one.id}>
              <Radio size={18} name="voice" checked={voice === one.id} onChange={() => setVoice(one.id)} />
              {one.name}
            </label>
          ))}
        </fieldset>
        <section className={styles['readers']} aria-labelledby="readers">
          <h2 id="readers">{WHO_CAN_READ}</h2>
          <p>
            {ONLY_YOU} {programme?.named === true ? SHOWN_NAMED : SHOWN_ANONYMOUS} {SERVER_NOTE}
          </p>
        </section>
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
