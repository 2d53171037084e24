/** The daily mail to this person: asked for, waited for, ended. */
import type { AppError } from '@throughline/shared/errors'
import type { DigestAnswer } from '@throughline/shared/protocol'
import { useCallback, useEffect, useId, useState } from 'react'
import { askDigest, leaveDigest, readDigest } from '../../api/digest.ts'
import { useSession } from '../../session/hooks.ts'
import { errorText } from '../../text/errors.ts'
import * as says from '../../text/notify.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useAttempt } from '../../ui/use-attempt.ts'
import styles from './NotifyDialog.module.css'

export function DigestSection() {
  const { mapId } = useSession()
  const [answer, setAnswer] = useState<DigestAnswer | null>(null)
  const [address, setAddress] = useState('')
  const [ended, setEnded] = useState(false)
  const { busy, trouble, attempt: attemptIt } = useAttempt()
  const heading = useId()
  const attempt = useCallback(
    (work: () => Promise<DigestAnswer>) => {
      setEnded(false)
      return attemptIt(async () => setAnswer(await work()))
    },
    [attemptIt],
  )
  useEffect(() => void attempt(() => readDigest(mapId)), [attempt, mapId])
  const end = async () => {
    await leaveDigest(mapId)
    setEnded(true)
    return readDigest(mapId)
  }
  if (answer === null || !answer.available) return null
  const { mine, at } = answer
  return (
    <section className={styles['section']} aria-labelledby={heading}>
      <h3 id={heading} className={styles['heading']}>
        {says.DIGEST}
      </h3>
      <p className={styles['what']}>{says.digestWhat(at)}</p>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void attempt(() => askDigest(mapId, address.trim()))
        }}
      >
        {mine === null && (
          <Field
            label={says.DIGEST_ADDRESS}
            inputMode="email"
            autoComplete="email"
            spellCheck={false}
            required
            maxLength={254}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        )}
        {/* Always there, so that what comes into it is read out. */}
        <p role="status" className={styles['state']}>
          {mine === null ? ended && says.DIGEST_ENDED : says.sayDigest(mine)}
        </p>
        {trouble !== null && (
          <p role="alert" className={styles['state']}>
            {sayTrouble(trouble)}
          </p>
        )}
        <p className={styles['acts']}>
          {mine === null ? (
            <Button type="submit" disabled={busy || address.trim() === ''}>
              {says.DIGEST_ASK}
            </Button>
          ) : (
            <Button disabled={busy} onClick={() => void attempt(end)}>
              {says.DIGEST_END}
            </Button>
          )}
        </p>
      </form>
    </section>
  )
}

function sayTrouble(trouble: AppError): string {
  if (trouble.kind === 'bad-input') return says.DIGEST_WRONG
  if (trouble.kind === 'slow-down') return says.DIGEST_SLOW
  return trouble.kind === 'storage-unavailable' ? says.DIGEST_AWAY : errorText(trouble).says
}
