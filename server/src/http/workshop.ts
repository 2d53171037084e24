/** The workshop of a map: seen, commanded, and listened to. */
import type { Request, Response, Router } from 'express'
import { workshopCommand, workshopQuery } from '@throughline/shared/protocol'
import { readShown } from '../access/index.ts'
import { callerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'
import { check, readSmallBody } from './read-json.ts'
import { resource } from './resource.ts'

/** Whatever stands between passes each event on as it comes. */
const EVENT_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
  // Nothing comes after it, and a stop need not wait for a connection that nobody uses.
  Connection: 'close',
}

export function workshopRoutes(router: Router, parts: HttpParts): void {
  const { workshops } = parts
  resource(router, '/api/maps/:id/workshop', {
    async get(request, response) {
      const caller = await callerOf(parts, request, response, 'commenter')
      sendJson(response, await workshops.view(caller, inParts(request)))
    },
  })
  resource(router, '/api/maps/:id/workshop/commands', {
    async post(request, response) {
      const caller = await callerOf(parts, request, response, 'commenter')
      const command = check(workshopCommand, await readSmallBody(request, response))
      sendJson(response, await workshops.command(caller, command, inParts(request)))
    },
  })
  resource(router, '/api/maps/:id/workshop/events', {
    async get(request, response) {
      const caller = await callerOf(parts, request, response, 'commenter')
      for (const [name, value] of Object.entries(EVENT_HEADERS)) response.setHeader(name, value)
      if (request.method === 'HEAD') {
        response.end()
        return
      }
      // Programs that read whole views get them plain, whatever their client says of itself.
      const packed = inParts(request) && request.acceptsEncodings('gzip') === 'gzip'
      await workshops.listen(caller, request.ip ?? '', response, { inParts: inParts(request), packed })
      // Revoked in between, before there was a stream to end: then this throws, and that ends it.
      await parts.access.identify(caller.map, readShown(request, caller.map))
    },
  })
}

const inParts = (request: Request) => check(workshopQuery, request.query).parts === '1'

/** As it is: nobody asks twice for the same moment, so a tag to compare would be made for nothing. */
function sendJson(response: Response, json: Buffer): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.setHeader('Content-Length', json.length)
  response.end(json)
}
