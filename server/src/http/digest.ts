/** The daily mail of a map: asked for on the map, confirmed and ended by links in mails. */
import type { Request, Response, Router } from 'express'
import { mailPage, type MailPage } from '@throughline/shared/news'
import { askDigestRequest } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { callerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'
import { check, readSmallBody } from './read-json.ts'
import { resource } from './resource.ts'

export function digestRoutes(router: Router, parts: HttpParts): void {
  const { digests } = parts
  resource(router, '/api/maps/:id/digest', {
    async get(request, response) {
      response.json(await digests.answer(await callerOf(parts, request, response, 'viewer')))
    },
    async post(request, response) {
      const caller = await callerOf(parts, request, response, 'viewer')
      const { address } = check(askDigestRequest, await readSmallBody(request, response))
      await digests.ask(caller, address)
      response.status(202).json(await digests.answer(caller))
    },
    async delete(request, response) {
      await digests.leaveAs(await callerOf(parts, request, response, 'viewer'))
      response.status(204).end()
    },
  })
  // The token alone vouches for these, with no cookie: so a page of somebody else can do nothing by them. A mail program
  // posts to the second by itself (RFC 8058).
  for (const [what, done, act] of [
    ['confirm', 'confirmed', digests.confirm.bind(digests)],
    ['leave', 'left', digests.leave.bind(digests)],
  ] as const)
    resource(router, `/mail/${what}`, {
      async get(request, response) {
        const { map, token } = linkOf(request)
        show(response, (await digests.knows(map, token)) ? what : 'over')
      },
      async post(request, response) {
        const { map, token } = linkOf(request)
        show(response, (await act(map, token)) ? done : 'over')
      },
    })
}

function linkOf({ query }: Request): { readonly map: MapId; readonly token: string } {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return { map: text(query['map']) as MapId, token: text(query['token']) }
}

function show(response: Response, page: MailPage): void {
  response.setHeader('Cache-Control', 'no-store')
  response
    .status(page === 'over' ? 404 : 200)
    .type('text/html; charset=utf-8')
    .send(mailPage(page))
}
