/** What has changed on a map, and who has done it. */
import type { Router } from 'express'
import { changesQuery } from '@throughline/shared/protocol'
import type { EpochMs } from '@throughline/shared/schema'
import { agreedNow, changesSince } from '../changes/index.ts'
import { callerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'
import { check } from './read-json.ts'
import { resource } from './resource.ts'

export function changeRoutes(router: Router, parts: HttpParts): void {
  resource(router, '/api/maps/:id/changes', {
    async get(request, response) {
      const caller = await callerOf(parts, request, response, 'viewer')
      const { since } = check(changesQuery, request.query)
      const { maps, people, docs } = parts.stores
      response.json(await changesSince({ ...parts, maps, people, docs }, caller, since as EpochMs | 'last'))
    },
  })
  resource(router, '/api/maps/:id/agreed', {
    async get(request, response) {
      const { map } = await callerOf(parts, request, response, 'viewer')
      response.json(await agreedNow({ ...parts, people: parts.stores.people }, map))
    },
  })
}
