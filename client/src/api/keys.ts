/** The keys of a map, for owners. A secret is in the answer to its making and nowhere else. */
import type { KeyList, KeyView, MadeKey, MakeKeyRequest } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { call, callJson } from './http.ts'
import { mapPath } from './maps.ts'

/** Oldest first; revoked ones are left out. */
export async function listKeys(map: MapId): Promise<readonly KeyView[]> {
  const { keys } = await callJson<KeyList>(`${mapPath(map)}/keys`)
  return keys.filter((key) => key.revokedAt === null)
}

export function makeKey(map: MapId, request: MakeKeyRequest): Promise<MadeKey> {
  return callJson<MadeKey>(`${mapPath(map)}/keys`, { method: 'POST', body: request })
}

/** Connections under the key close at once. */
export async function revokeKey(map: MapId, id: string): Promise<void> {
  await call(`${mapPath(map)}/keys/${encodeURIComponent(id)}`, { method: 'DELETE' })
}

/** The address that carries a key: in the fragment, which no server and no log ever sees. */
export function shareLink(origin: string, map: MapId, key: string, page: 'map' | 'brief'): string {
  return `${origin}/m/${map}${page === 'brief' ? '/brief' : ''}#key=${key}`
}
