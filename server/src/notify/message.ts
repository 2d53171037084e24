/**
 * A message to a webhook: a text that chats show, and the changes as data for programs. Shape and signature as Standard
 * Webhooks 1.0.0 has them (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
 *
 * - **ME1** The same map, states and id give the same bytes, so that a second try is the first one again.
 * - **ME2** No message is larger than `LIMITS.webhookBytes`; changes that do not fit are counted in `leftOut`.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { nanoid } from 'nanoid'
import { sayChange } from '@throughline/shared/diff'
import { renderChat, type News } from '@throughline/shared/news'
import type { WebhookMessage } from '@throughline/shared/protocol'
import { LIMITS, type EpochMs, type MapId, type PositioningMap } from '@throughline/shared/schema'

const PREFIX = 'whsec_'
/** Bytes of a secret; the standard allows 24 to 64. */
const SECRET_BYTES = 32

export const newMessageId = () => `msg_${nanoid(21)}`
export const newSigningSecret = () => `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`

export interface MessageAbout {
  readonly map: MapId
  readonly link: string
  readonly by: readonly string[]
  readonly since: EpochMs
  readonly at: EpochMs
}

export function messageOf(news: News, before: PositioningMap, after: PositioningMap, about: MessageAbout): string {
  const { map, link, by, since, at } = about
  const message: WebhookMessage = {
    type: 'map.changed',
    timestamp: isoOf(at),
    text: renderChat(news, { who: by, link }),
    // Chats would fetch what a proof names as its source, and show it large.
    unfurl_links: false,
    unfurl_media: false,
    data: {
      map: { id: map, title: after.title, subject: after.subject, url: link },
      by: [...by],
      since: isoOf(since),
      summary: news.summary,
      changes: [],
      leftOut: news.changes.length,
    },
  }
  let room = LIMITS.webhookBytes - Buffer.byteLength(JSON.stringify(message))
  const fitting: WebhookMessage['data']['changes'] = []
  for (const change of news.changes) {
    const told = { ...change, says: sayChange(change, before, after) }
    room -= Buffer.byteLength(JSON.stringify(told)) + 1
    if (room < 0) break
    fitting.push(told)
  }
  const leftOut = news.changes.length - fitting.length
  return JSON.stringify({ ...message, data: { ...message.data, changes: fitting, leftOut } } satisfies WebhookMessage)
}

/** What “Send a test” sends. */
export function testMessage({
  map,
  title,
  link,
  at,
}: {
  map: MapId
  title: string
  link: string
  at: EpochMs
}): string {
  const text = renderChat(
    { title, summary: 'a test. News of this map will come here', lines: [], changes: [] },
    { who: [], link },
  )
  return JSON.stringify({ type: 'map.test', timestamp: isoOf(at), text, data: { map: { id: map, title, url: link } } })
}

/** The three headers of the standard. `at` is the time of this try. */
export function signed(secret: string, id: string, at: EpochMs, body: string): Record<string, string> {
  const seconds = Math.floor(at / 1000)
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return {
    'content-type': 'application/json',
    'user-agent': 'Throughline',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  }
}

function isoOf(at: EpochMs): string {
  return new Date(at).toISOString()
}
