/** `/api/maps/:id/webhook` and below, for owners; and what is sent to the address that they name. */
import { z } from 'zod'
import { LIMITS } from '../../schema/index.ts'
import { changeView } from './versions.ts'

/** A secret as Standard Webhooks writes it: 24 to 64 bytes in base64. */
function isSigningSecret(text: string): boolean {
  const base64 = /^whsec_((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/.exec(text)?.[1]
  if (base64 === undefined) return false
  const bytes = (base64.length / 4) * 3 - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0)
  return bytes >= 24 && bytes <= 64
}

function isTarget(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, hash } = new URL(text)
  return ['http:', 'https:'].includes(protocol) && username === '' && password === '' && hash === ''
}

export const setWebhookRequest = z.strictObject({
  url: z
    .string()
    .trim()
    .max(LIMITS.webhookUrlLength)
    .refine(isTarget, { error: 'must be an http or https address without a name, a password or a fragment in it' }),
  /** Absent, the one that there is stays; the first time, one is made. `"new"` makes another one. */
  secret: z
    .string()
    .refine((text) => text === 'new' || isSigningSecret(text), {
      error: 'must be "new", or whsec_ and 24 to 64 bytes in base64',
    })
    .optional(),
})
export type SetWebhookRequest = z.infer<typeof setWebhookRequest>

const lastTry = z.object({
  at: z.number().int(),
  ok: z.boolean(),
  /** "404 Not Found"; `''` when all went well. */
  why: z.string(),
  tries: z.number().int(),
})

export const webhookView = z.object({
  url: z.string(),
  /** Epoch milliseconds, as are all times here. */
  setAt: z.number().int(),
  /** What the map said then is known at the other end. */
  toldAt: z.number().int(),
  /** The message that could not be delivered yet; null when none waits. */
  waiting: z.object({ since: z.number().int(), tries: z.number().int(), nextAt: z.number().int() }).nullable(),
  last: lastTry.nullable(),
  /** True when the receiver has answered 410: nothing is sent until it is set again. */
  stopped: z.boolean(),
})
export type WebhookView = z.infer<typeof webhookView>

export const webhookAnswer = z.object({
  /** Null while there is none. */
  webhook: webhookView.nullable(),
  /** False where whoever runs the server allows none. */
  allowed: z.boolean(),
  /** In the answer to its making and nowhere else. */
  secret: z.string().optional(),
})
export type WebhookAnswer = z.infer<typeof webhookAnswer>

export const webhookTried = z.object({ ok: z.boolean(), why: z.string() })
export type WebhookTried = z.infer<typeof webhookTried>

/** What is sent. `text` is for chats; `data` for programs. */
export const webhookMessage = z.object({
  type: z.literal('map.changed'),
  /** ISO 8601: when the map came to rest. */
  timestamp: z.string(),
  text: z.string(),
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
  data: z.object({
    map: z.object({ id: z.string(), title: z.string(), subject: z.string(), url: z.string() }),
    by: z.array(z.string()),
    since: z.string(),
    summary: z.string(),
    changes: z.array(changeView),
    /** Changes that did not fit into the message. */
    leftOut: z.number().int(),
  }),
})
export type WebhookMessage = z.infer<typeof webhookMessage>
