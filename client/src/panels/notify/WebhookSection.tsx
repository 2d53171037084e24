/** One address for news of the map: set, tested, watched, taken away. */
import { useId, useRef, useState } from 'react'
import { LIMITS } from '@throughline/shared/schema'
import { useSession } from '../../session/hooks.ts'
import { errorText } from '../../text/errors.ts'
import * as says from '../../text/notify.ts'
import { Button } from '../../ui/Button.tsx'
import { copyField } from '../../ui/copy-text.ts'
import { Field } from '../../ui/Field.tsx'
import styles from './NotifyDialog.module.css'
import { useWebhook, type OpenWebhook } from './use-webhook.ts'

export function WebhookSection() {
  const { mapId } = useSession()
  const open = useWebhook(mapId)
  const heading = useId()
  const { answer, secret } = open
  return (
    <section className={styles['section']} aria-labelledby={heading}>
      <h3 id={heading} className={styles['heading']}>
        {says.WEBHOOK}
      </h3>
      <p className={styles['what']}>{says.WEBHOOK_WHAT}</p>
      {answer !== null && !answer.allowed && <p className={styles['state']}>{says.WEBHOOK_NOT_ALLOWED}</p>}
      {answer !== null && (answer.allowed || answer.webhook !== null) && (
        <WebhookForm key={answer.webhook?.url ?? ''} open={open} />
      )}
      {secret !== null && <Secret secret={secret} />}
    </section>
  )
}

function WebhookForm({ open }: { readonly open: OpenWebhook }) {
  const { answer, busy, tried, trouble, removed } = open
  const webhook = answer?.webhook ?? null
  const [url, setUrl] = useState(webhook?.url ?? '')
  const changed = url.trim() !== (webhook?.url ?? '')
  const wrong =
    trouble !== null && (trouble.kind === 'bad-input' ? says.WEBHOOK_ADDRESS_WRONG : errorText(trouble).says)
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        open.set(url.trim())
      }}
    >
      <Field
        label={says.WEBHOOK_ADDRESS}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        required
        maxLength={LIMITS.webhookUrlLength}
        placeholder={says.WEBHOOK_PLACEHOLDER}
        value={url}
        disabled={answer?.allowed === false}
        onChange={(event) => setUrl(event.target.value)}
      />
      {/* Always there, so that what comes into it is read out. */}
      <p role="status" className={styles['state']}>
        {tried !== null
          ? says.sayTried(tried)
          : removed
            ? says.WEBHOOK_REMOVED
            : webhook && says.sayWebhook(webhook, Date.now())}
      </p>
      {wrong !== false && (
        <p role="alert" className={styles['state']}>
          {wrong}
        </p>
      )}
      <p className={styles['acts']}>
        {(webhook === null || changed) && (
          <Button type="submit" look="filled" disabled={busy || url.trim() === ''}>
            {webhook === null ? says.WEBHOOK_SET : says.WEBHOOK_CHANGE}
          </Button>
        )}
        {webhook !== null && !changed && <SetActs open={open} url={webhook.url} />}
      </p>
    </form>
  )
}

/** What can be done with a webhook that is set. */
function SetActs({ open, url }: { readonly open: OpenWebhook; readonly url: string }) {
  const { answer, busy } = open
  const webhook = answer?.webhook ?? null
  const owes = webhook !== null && (webhook.stopped || webhook.last?.ok === false)
  return (
    <>
      {owes && (
        <Button disabled={busy} onClick={open.send}>
          {says.WEBHOOK_SEND}
        </Button>
      )}
      <Button look={owes ? 'text' : 'outlined'} disabled={busy} onClick={open.test}>
        {says.WEBHOOK_TEST}
      </Button>
      <Button look="text" disabled={busy} onClick={() => open.set(url, 'new')}>
        {says.WEBHOOK_NEW_SECRET}
      </Button>
      <Button look="text" disabled={busy} onClick={open.remove}>
        {says.WEBHOOK_REMOVE}
      </Button>
    </>
  )
}

function Secret({ secret }: { readonly secret: string }) {
  const field = useRef<HTMLInputElement>(null)
  const hint = useId()
  const [copied, setCopied] = useState<string | null>(null)
  const copy = async () => {
    if (field.current !== null && (await copyField(field.current))) setCopied(secret)
  }
  return (
    <div className={styles['secret']}>
      <div className={styles['box']}>
        <input
          ref={field}
          className={styles['value']}
          readOnly
          aria-label={says.WEBHOOK_SECRET}
          aria-describedby={hint}
          value={secret}
          onFocus={(event) => event.target.select()}
        />
        <Button onClick={() => void copy()}>{copied === secret ? says.COPIED : says.COPY}</Button>
      </div>
      <p id={hint} className={styles['hint']}>
        {says.WEBHOOK_SECRET_HINT}
      </p>
    </div>
  )
}
