/** The daily mail of a map, for this person. */
import type { DigestAnswer } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { call, callJson } from './http.ts'
import { mapPath } from './maps.ts'

export function readDigest(map: MapId): Promise<DigestAnswer> {
  return callJson<DigestAnswer>(`${mapPath(map)}/digest`)
}

/** The address is asked by mail whether it wants it. */
export function askDigest(map: MapId, address: string): Promise<DigestAnswer> {
  return callJson<DigestAnswer>(`${mapPath(map)}/digest`, { method: 'POST', body: { address } })
}

export async function leaveDigest(map: MapId): Promise<void> {
  await call(`${mapPath(map)}/digest`, { method: 'DELETE' })
}
