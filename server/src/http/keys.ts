/** Keys of a map, for its owners. */
import type { Router } from 'express'
import { AppError } from '@throughline/shared/errors'
import { makeKeyRequest, type KeyList, type KeyView, type MadeKey } from '@throughline/shared/protocol'
import { cleanLine, type EpochMs } from '@throughline/shared/schema'
import { makeKey } from '../access/index.ts'
import type { KeyId, KeyRecord } from '../stores/index.ts'
import { callerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'
import { check, readSmallBody } from './read-json.ts'
import { resource } from './resource.ts'

/** What may leave the server about a key. Its hash never does. */
function present({ id, role, label, createdAt, expiresAt, revokedAt }: KeyRecord): KeyView {
  return { id, role, label, createdAt, expiresAt, revokedAt }
}

function readTime(given: string | number | null | undefined, now: EpochMs): EpochMs | null {
  if (given === null || given === undefined) return null
  const time = typeof given === 'number' ? given : Date.parse(given)
  if (time <= now) throw new AppError('bad-input', 'A key must expire in the future.')
  return time as EpochMs
}

export function keyRoutes(router: Router, parts: HttpParts): void {
  const { stores, connections, workshops, clock } = parts
  resource(router, '/api/maps/:id/keys', {
    async get(request, response) {
      const { map } = await callerOf(parts, request, response, 'owner')
      response.json({ keys: (await stores.keys.list(map)).map(present) } satisfies KeyList)
    },
    async post(request, response) {
      const { map } = await callerOf(parts, request, response, 'owner')
      const asked = check(makeKeyRequest, await readSmallBody(request, response))
      const now = clock.now()
      const { record, secret } = makeKey(map, asked.role, now, {
        label: cleanLine(asked.label ?? ''),
        expiresAt: readTime(asked.expiresAt, now),
      })
      await stores.keys.add(record)
      const { id, role, label, expiresAt } = record
      response.status(201).json({ id, role, label, key: secret, expiresAt } satisfies MadeKey)
    },
  })
  resource(router, '/api/maps/:id/keys/:keyId', {
    async delete(request, response) {
      const { map } = await callerOf(parts, request, response, 'owner')
      const id = String(request.params['keyId']) as KeyId
      if (!(await stores.keys.revoke(map, id, clock.now())))
        throw new AppError('not-found', 'This map has no such key.')
      connections.refuseWhere(({ keyId }) => keyId === id, new AppError('not-allowed', 'This key has been revoked.'))
      workshops.streams.endWhere(({ caller }) => caller.key.id === id)
      response.status(204).end()
    },
  })
}
