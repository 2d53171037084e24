/** Who calls a map's address, and whether they may. */
import type { Request, Response } from 'express'
import type { Role } from '@throughline/shared/access'
import { AppError } from '@throughline/shared/errors'
import type { MapId } from '@throughline/shared/schema'
import { bearerOf, hashSecret, isOwnOrigin, readShown, requireRole, type Caller } from '../access/index.ts'
import type { HttpParts } from './parts.ts'

export function mapIdOf(request: Request): MapId {
  const { id } = request.params
  return (typeof id === 'string' ? id : '') as MapId
}

/**
 * The caller, when its key is of this map and strong enough.
 * A change that rests on a cookie needs the page it comes from to be ours.
 *
 * @throws {AppError} `no-key`, `unknown-map` or `not-allowed`.
 */
export async function callerOf(parts: HttpParts, request: Request, response: Response, role: Role): Promise<Caller> {
  const map = mapIdOf(request)
  const caller = await parts.access.identify(map, readShown(request, map))
  const changes = request.method !== 'GET' && request.method !== 'HEAD'
  if (changes && caller.byCookie && !isOwnOrigin(request, parts.publicUrl))
    throw new AppError('not-allowed', 'A change with a cookie must come from a page of this server.')
  requireRole(caller, role)
  // What a map says belongs in no cache on the way.
  response.setHeader('Cache-Control', 'private, no-cache')
  return caller
}

/** @throws {AppError} unless there is no operator's key, or this is it. */
export function requireAdmin({ adminKey }: HttpParts, request: Request): void {
  if (adminKey === null) return
  const shown = bearerOf(request)
  if (shown === null) throw new AppError('no-key', "This needs the operator's key.")
  // Hashes are compared, so that the time it takes says nothing about the key.
  if (hashSecret(shown) !== hashSecret(adminKey)) throw new AppError('not-allowed', "This is not the operator's key.")
}

/** Origin of the links we hand out. */
export function originOf({ publicUrl }: HttpParts, request: Request): string {
  return publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`
}
