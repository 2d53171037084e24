/** What readers are shown of a brief: the map as it is, or one version of it. */
import type { Router } from 'express'
import { AppError } from '@throughline/shared/errors'
import { setPublicBrief, type PublicBrief } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import type { VersionId } from '@throughline/shared/versions'
import { callerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'
import { check, readSmallBody } from './read-json.ts'
import { resource } from './resource.ts'

async function present({ stores, versions }: HttpParts, map: MapId): Promise<PublicBrief> {
  const frozen = (await stores.maps.get(map))?.frozen ?? null
  if (frozen === null) return { version: null, lost: false }
  const version = (await versions.list(map)).find(({ id }) => id === frozen)
  if (version === undefined) return { version: null, lost: true }
  const { id, name, at } = version
  return { version: { id, name, at }, lost: false }
}

/** @throws {AppError} `bad-input` for a version that may be thinned out one day. */
async function freeze({ stores, versions, log }: HttpParts, map: MapId, id: VersionId | null): Promise<void> {
  if (id !== null) {
    const { version } = await versions.read(map, id)
    if (version.auto)
      throw new AppError('bad-input', 'Versions without a name are thinned out. Keep one by name and choose that.')
  }
  await stores.maps.freeze(map, id)
  log.info('public brief set', { map, version: id ?? 'now' })
}

export function publicBriefRoutes(router: Router, parts: HttpParts): void {
  resource(router, '/api/maps/:id/brief/public', {
    async get(request, response) {
      const { map } = await callerOf(parts, request, response, 'viewer')
      response.json(await present(parts, map))
    },
    async put(request, response) {
      const { map } = await callerOf(parts, request, response, 'owner')
      const { version } = check(setPublicBrief, await readSmallBody(request, response))
      await freeze(parts, map, version as VersionId | null)
      response.json(await present(parts, map))
    },
  })
}
