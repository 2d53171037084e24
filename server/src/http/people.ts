/** The people of a map: a browser becomes one, goes by another name, and everybody who sees the map sees who there is. */
import type { Router } from 'express'
import { AppError } from '@throughline/shared/errors'
import {
  makePersonRequest,
  renameRequest,
  type MadePerson,
  type PeopleList,
  type PersonView,
} from '@throughline/shared/protocol'
import { cleanLine, LIMITS } from '@throughline/shared/schema'
import { personCookie } from '../access/index.ts'
import { callerOf } from './caller.ts'
import { setCookie } from './cookies.ts'
import type { HttpParts } from './parts.ts'
import { check, readSmallBody } from './read-json.ts'
import { resource } from './resource.ts'

function readName(name: string): string {
  const clean = cleanLine(name)
  if (clean === '') throw new AppError('bad-input', 'A person needs a name that can be read.')
  return clean
}

export function peopleRoutes(router: Router, parts: HttpParts): void {
  resource(router, '/api/maps/:id/people', {
    async get(request, response) {
      const { map } = await callerOf(parts, request, response, 'viewer')
      const people = (await parts.stores.people.list(map)).slice(-LIMITS.peopleListed).toReversed()
      response.json({ people: people.map(({ id, name, voice }) => ({ id, name, voice })) } satisfies PeopleList)
    },
    async post(request, response) {
      const caller = await callerOf(parts, request, response, 'reader')
      const { name, voice } = check(makePersonRequest, await readSmallBody(request, response))
      const { person, token } = await parts.access.addPerson(caller, readName(name), voice ? cleanLine(voice) : null)
      setCookie(parts, response, request, personCookie(caller.map), token)
      response.status(201).json({ id: person.id, token } satisfies MadePerson)
    },
  })
  resource(router, '/api/maps/:id/people/me', {
    async post(request, response) {
      const { map, person } = await callerOf(parts, request, response, 'reader')
      const name = readName(check(renameRequest, await readSmallBody(request, response)).name)
      if (person === null) throw new AppError('bad-input', 'Make yourself a person of this map first.')
      await parts.stores.people.rename(map, person.id, name)
      response.json({ id: person.id, name, voice: person.voice } satisfies PersonView)
    },
  })
}
