/** The webhook of the open map: read when the dialog opens, and again while a message is on its way. */
import type { AppError } from '@throughline/shared/errors'
import type { WebhookAnswer, WebhookTried } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { useCallback, useEffect, useState } from 'react'
import { readWebhook, removeWebhook, sendWebhook, setWebhook, testWebhook } from '../../api/webhook.ts'
import { useAttempt } from '../../ui/use-attempt.ts'

/** Ms between two looks at a message on its way. */
const LOOK_MS = 1_500

export interface OpenWebhook {
  /** Null until it is known. */
  readonly answer: WebhookAnswer | null
  /** As long as the dialog is open, after it was made. */
  readonly secret: string | null
  readonly tried: WebhookTried | null
  readonly trouble: AppError | null
  readonly busy: boolean
  readonly removed: boolean
  readonly set: (url: string, secret?: 'new') => void
  readonly test: () => void
  readonly send: () => void
  readonly remove: () => void
}

export function useWebhook(map: MapId): OpenWebhook {
  const [answer, setAnswer] = useState<WebhookAnswer | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const [tried, setTried] = useState<WebhookTried | null>(null)
  const [removed, setRemoved] = useState(false)
  const { busy, trouble, attempt: attemptIt } = useAttempt()

  const attempt = useCallback(
    (work: () => Promise<void>) => {
      setTried(null)
      setRemoved(false)
      return attemptIt(work)
    },
    [attemptIt],
  )
  const look = useCallback(async () => setAnswer(await readWebhook(map)), [map])
  useEffect(() => void attempt(look), [attempt, look])
  useLooking(answer, look)

  return {
    answer,
    secret,
    tried,
    trouble,
    busy,
    removed,
    set: (url, other) =>
      void attempt(async () => {
        const made = await setWebhook(map, { url, ...(other === undefined ? {} : { secret: other }) })
        setAnswer(made)
        if (made.secret !== undefined) setSecret(made.secret)
      }),
    test: () => void attempt(async () => setTried(await testWebhook(map))),
    send: () => void attempt(async () => setAnswer(await sendWebhook(map))),
    remove: () =>
      void attempt(async () => {
        await removeWebhook(map)
        setSecret(null)
        setRemoved(true)
        await look()
      }),
  }
}

function useLooking(answer: WebhookAnswer | null, look: () => Promise<void>): void {
  const waits = answer?.webhook?.waiting ?? null
  const soon = waits !== null && waits.nextAt <= Date.now() + LOOK_MS * 4
  useEffect(() => {
    if (!soon) return
    const timer = setInterval(() => look().catch(() => undefined), LOOK_MS)
    return () => clearInterval(timer)
  }, [soon, look])
}
