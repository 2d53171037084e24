/** The webhook of a map, for its owners. */
import type { Router } from 'express'
import { setWebhookRequest, type WebhookAnswer } from '@throughline/shared/protocol'
import { callerOf, originOf } from './caller.ts'
import type { HttpParts } from './parts.ts'
import { check, readSmallBody } from './read-json.ts'
import { resource } from './resource.ts'

export function webhookRoutes(router: Router, parts: HttpParts): void {
  const { webhooks, log } = parts
  resource(router, '/api/maps/:id/webhook', {
    async get(request, response) {
      const { map } = await callerOf(parts, request, response, 'owner')
      const { allowed } = webhooks
      response.json({ webhook: await webhooks.view(map), allowed } satisfies WebhookAnswer)
    },
    async put(request, response) {
      const { map } = await callerOf(parts, request, response, 'owner')
      const asked = check(setWebhookRequest, await readSmallBody(request, response))
      const secret = await webhooks.set(map, asked, originOf(parts, request))
      log.info('webhook set', { map })
      response.setHeader('Cache-Control', 'no-store')
      const webhook = await webhooks.view(map)
      response.json({ webhook, allowed: true, ...(secret === null ? {} : { secret }) } satisfies WebhookAnswer)
    },
    async delete(request, response) {
      const { map } = await callerOf(parts, request, response, 'owner')
      await webhooks.remove(map)
      log.info('webhook taken away', { map })
      response.status(204).end()
    },
  })
  resource(router, '/api/maps/:id/webhook/test', {
    async post(request, response) {
      const { map } = await callerOf(parts, request, response, 'owner')
      response.json(await webhooks.test(map))
    },
  })
  resource(router, '/api/maps/:id/webhook/send', {
    async post(request, response) {
      const { map } = await callerOf(parts, request, response, 'owner')
      await webhooks.sendNow(map)
      const { allowed } = webhooks
      response.status(202).json({ webhook: await webhooks.view(map), allowed } satisfies WebhookAnswer)
    },
  })
}
