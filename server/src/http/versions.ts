/** Versions of a map: kept, listed, read, compared, put back. */
import type { Request, Response, Router } from 'express'
import { pageFrames } from '@throughline/shared/doc'
import { exportMapFile } from '@throughline/shared/map-file'
import {
  diffQuery,
  keepVersionRequest,
  restoreRequest,
  type VersionList,
  type VersionView,
} from '@throughline/shared/protocol'
import { cleanLine, type BlockId } from '@throughline/shared/schema'
import type { Version, VersionId } from '@throughline/shared/versions'
import { callerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'
import { check, readOptionalBody, readSmallBody } from './read-json.ts'
import { resource } from './resource.ts'

function present({ id, name, at, by, auto }: Version): VersionView {
  return { id, name, at, by, auto }
}

function versionIdOf(request: Request): VersionId {
  return String(request.params['version']) as VersionId
}

/** Megabytes of JSON, without the ETag that Express would work out of all of them: no page asks whether it has them still. */
function sendWhole(response: Response, json: string): void {
  const body = Buffer.from(json)
  response.type('application/json').set('content-length', String(body.length)).end(body)
}

export function versionRoutes(router: Router, parts: HttpParts): void {
  const { versions } = parts
  resource(router, '/api/maps/:id/versions', {
    async get(request, response) {
      const { map } = await callerOf(parts, request, response, 'viewer')
      response.json({ versions: (await versions.list(map)).map(present) } satisfies VersionList)
    },
    async post(request, response) {
      const { map, person } = await callerOf(parts, request, response, 'editor')
      const { name, auto = false } = check(keepVersionRequest, await readSmallBody(request, response))
      const version = await versions.keep(map, { name: cleanLine(name), by: person?.name ?? '', auto })
      response.status(201).json(present(version))
    },
  })
  resource(router, '/api/maps/:id/versions/:version', {
    async get(request, response) {
      const { map } = await callerOf(parts, request, response, 'viewer')
      const { state } = await versions.read(map, versionIdOf(request))
      sendWhole(response, JSON.stringify(exportMapFile(state.map, pageFrames(state.map, state.drawing))))
    },
  })
  // Beyond the contract: with its drawing and the pile, as whoever puts it back needs it.
  resource(router, '/api/maps/:id/versions/:version/state', {
    async get(request, response) {
      const { map } = await callerOf(parts, request, response, 'viewer')
      const { state } = await versions.readKept(map, versionIdOf(request))
      sendWhole(response, state)
    },
  })
  resource(router, '/api/maps/:id/versions/:version/diff', {
    async get(request, response) {
      const { map } = await callerOf(parts, request, response, 'viewer')
      const other = check(diffQuery, request.query).with
      response.json(await versions.diff(map, versionIdOf(request), other as VersionId | 'now'))
    },
  })
  resource(router, '/api/maps/:id/versions/:version/restore', {
    async post(request, response) {
      const caller = await callerOf(parts, request, response, 'editor')
      const { map, person, personId } = caller
      await parts.workshops.refuseIfLocked(caller)
      const { blocks } = check(restoreRequest, await readOptionalBody(request, response))
      const by = { name: person?.name ?? '', id: personId }
      response.json(await versions.restore(map, versionIdOf(request), by, blocks as readonly BlockId[] | undefined))
    },
  })
}
