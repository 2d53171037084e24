/** Browsers: a key becomes a cookie, a browser becomes a person. */
import type { Request, Response, Router } from 'express'
import { stringifySetCookie } from 'cookie'
import { AppError } from '@throughline/shared/errors'
import { makePersonRequest, sessionRequest, type MadePerson, type SessionAnswer } from '@throughline/shared/protocol'
import { cleanLine, type MapId } from '@throughline/shared/schema'
import { isOwnOrigin, personCookie, readShown, sessionCookie, type Caller } from '../access/index.ts'
import { callerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'
import { check, readSmallBody } from './read-json.ts'
import { resource } from './resource.ts'

/** Seconds; browsers keep a cookie for 400 days at most. */
const COOKIE_LIVES = 400 * 24 * 60 * 60

function setCookie({ publicUrl }: HttpParts, response: Response, request: Request, name: string, value: string): void {
  const cookie = stringifySetCookie({
    name,
    value,
    httpOnly: true,
    sameSite: 'lax',
    // Behind a proxy that nobody told us to trust, only the public address says that people come by https.
    secure: request.secure || publicUrl?.startsWith('https:') === true,
    path: '/',
    maxAge: COOKIE_LIVES,
  })
  response.append('Set-Cookie', cookie)
}

async function present({ stores }: HttpParts, { map, role, person }: Caller): Promise<SessionAnswer> {
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
      response.json(await present(parts, caller))
    },
  })
  resource(router, '/api/session/:id', {
    async get(request, response) {
      const caller = await callerOf(parts, request, response, 'reader')
      response.json(await present(parts, caller))
    },
  })
  resource(router, '/api/maps/:id/people', {
    async post(request, response) {
      const caller = await callerOf(parts, request, response, 'reader')
      const { name, voice } = check(makePersonRequest, await readSmallBody(request, response))
      const clean = cleanLine(name)
      if (clean === '') throw new AppError('bad-input', 'A person needs a name that can be read.')
      const { person, token } = await parts.access.addPerson(caller, clean, voice ? cleanLine(voice) : null)
      setCookie(parts, response, request, personCookie(caller.map), token)
      response.status(201).json({ id: person.id, token } satisfies MadePerson)
    },
  })
}
