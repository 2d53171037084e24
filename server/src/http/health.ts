/** For whoever runs the server: is it alive, can it serve, how is it doing; and what the client needs to know. */
import type { Router } from 'express'
import type { ClientConfig } from '@throughline/shared/protocol'
import { requireAdmin } from './caller.ts'
import type { HttpParts } from './parts.ts'
import { resource } from './resource.ts'

export function healthRoutes(router: Router, parts: HttpParts): void {
  const { stores, metrics, rooms, connections, workshops } = parts
  resource(router, '/healthz', {
    get: (_request, response) => {
      response.setHeader('Cache-Control', 'no-store')
      response.json({ alive: true })
    },
  })
  resource(router, '/readyz', {
    async get(_request, response) {
      await stores.check()
      response.setHeader('Cache-Control', 'no-store')
      response.json({ ready: true })
    },
  })
  resource(router, '/metrics', {
    get: (request, response) => {
      requireAdmin(parts, request)
      const text = metrics.text({
        rooms: () => rooms.size,
        connections: () => connections.size,
        streams: () => workshops.streams.size,
      })
      response.type('text/plain; version=0.0.4').send(text)
    },
  })
  resource(router, '/api/config', {
    get: (_request, response) => {
      const { tldrawLicenseKey, publicUrl, adminKey, mailer, version } = parts
      response.setHeader('Cache-Control', 'no-store')
      response.json({
        tldrawLicenseKey,
        publicUrl,
        needsAdminKey: adminKey !== null,
        sendsMail: mailer !== null,
        version,
      } satisfies ClientConfig)
    },
  })
}
