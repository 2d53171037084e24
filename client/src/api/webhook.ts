/** The webhook of a map, for owners. */
import type { SetWebhookRequest, WebhookAnswer, WebhookTried } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { call, callJson } from './http.ts'
import { mapPath } from './maps.ts'

const path = (map: MapId) => `${mapPath(map)}/webhook`

export function readWebhook(map: MapId): Promise<WebhookAnswer> {
  return callJson<WebhookAnswer>(path(map))
}

/** The answer holds the secret when it was made now, and nothing does later. */
export function setWebhook(map: MapId, request: SetWebhookRequest): Promise<WebhookAnswer> {
  return callJson<WebhookAnswer>(path(map), { method: 'PUT', body: request })
}

export async function removeWebhook(map: MapId): Promise<void> {
  await call(path(map), { method: 'DELETE' })
}

export function testWebhook(map: MapId): Promise<WebhookTried> {
  return callJson<WebhookTried>(`${path(map)}/test`, { method: 'POST', body: {} })
}

/** Sends what has changed since the last message that arrived, now. */
export function sendWebhook(map: MapId): Promise<WebhookAnswer> {
  return callJson<WebhookAnswer>(`${path(map)}/send`, { method: 'POST', body: {} })
}
