/** Browsers: a key becomes a cookie. */
import type { Request, Router } from 'express'
import { AppError } from '@throughline/shared/errors'
import { sessionRequest, type SessionAnswer } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { isOwnOrigin, readShown, sessionCookie, type Caller } from '../access/index.ts'
import { callerOf } from './caller.ts'
import { setCookie } from './cookies.ts'
import type { HttpParts } from './parts.ts'
import { check, readSmallBody } from './read-json.ts'
import { resource } from './resource.ts'

export async function presentSession({ stores }: HttpParts, { map, role, person }: Caller): Promise<SessionAnswer> {
  const known = await stores.maps.get(map)
  if (known === null) throw new AppError('unknown-map', 'There is no such map.')
  return {
    role,
    epoch: known.epoch,
    person: person === null ? null : { id: person.id, name: person.name, voice: person.voice },
  }
}

/** The cookie this browser has, if it stands for the very key that it shows now. */
async function hasSessionOf(parts: HttpParts, request: Request, map: MapId, key: string): Promise<boolean> {
  const { secret } = readShown(request, map)
  if (secret?.by !== 'session') return false
  const session = await parts.access.keyOf(map, secret).catch(() => null)
  return session !== null && session.id === (await parts.access.keyOf(map, { by: 'key', value: key })).id
}

export function sessionRoutes(router: Router, parts: HttpParts): void {
  resource(router, '/api/session', {
    async post(request, response) {
      if (request.headers.origin !== undefined && !isOwnOrigin(request, parts.publicUrl))
        throw new AppError('not-allowed', 'A session can only be opened from a page of this server.')
      const { map: name, key } = check(sessionRequest, await readSmallBody(request, response))
      const map = name as MapId
      const record = await parts.access.keyOf(map, { by: 'key', value: key })
      if (!(await hasSessionOf(parts, request, map, key)))
        setCookie(parts, response, request, sessionCookie(map), await parts.access.openSession(record))
      const person = readShown(request, map).person
      const caller = await parts.access.identify(map, { secret: { by: 'key', value: key }, person, personBy: 'cookie' })
      response.setHeader('Cache-Control', 'no-store')
      response.json(await presentSession(parts, caller))
    },
  })
  resource(router, '/api/session/:id', {
    async get(request, response) {
      const caller = await callerOf(parts, request, response, 'reader')
      response.json(await presentSession(parts, caller))
    },
  })
}
