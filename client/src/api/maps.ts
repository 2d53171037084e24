/** Making, filling and deleting maps. */
import type { ClearedAnswer, ImportAnswer, MadeMap, MakeMapRequest } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { rememberKeys } from '../browser/known-keys.ts'
import { rememberMap } from '../browser/known-maps.ts'
import { call, callJson } from './http.ts'
import { openWithKey } from './session.ts'

export const mapPath = (map: MapId) => `/api/maps/${encodeURIComponent(map)}`

export interface OpenedMap {
  readonly id: MapId
  readonly report: MadeMap['report']
}

/** Makes a map and opens it for this browser as its owner: afterwards `/m/<id>` needs no key. */
export async function makeMap(request: MakeMapRequest, adminKey?: string): Promise<OpenedMap> {
  const made = await callJson<MadeMap>('/api/maps', {
    method: 'POST',
    body: request,
    ...(adminKey === undefined ? {} : { key: adminKey }),
  })
  const id = made.id as MapId
  rememberKeys(id, made.keys)
  rememberMap({
    id,
    title: made.title,
    subject: request.subject ?? '',
    role: 'owner',
    openedAt: Date.now(),
    plates: [],
  })
  await openWithKey(id, made.keys.owner)
  return { id, report: made.report }
}

/** Adds the blocks and links of a map file; with `dry` it only says what it would do. */
export function importInto(map: MapId, file: unknown, dry: boolean): Promise<ImportAnswer> {
  return callJson<ImportAnswer>(`${mapPath(map)}/import${dry ? '?dry=1' : ''}`, { method: 'POST', body: file })
}

export async function deleteMap(map: MapId): Promise<void> {
  await call(mapPath(map), { method: 'DELETE' })
}

/** Gives how many deleted blocks have lost their words for good. */
export async function clearDeletedBlocks(map: MapId): Promise<number> {
  return (await callJson<ClearedAnswer>(`${mapPath(map)}/deleted`, { method: 'DELETE' })).cleared
}
