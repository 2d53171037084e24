/** Kept states of a map. */
import type { VersionList, VersionView } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { readMapState, type MapState } from '@throughline/shared/versions'
import { call, callJson } from './http.ts'
import { mapPath } from './maps.ts'

/** Newest first. */
export async function listVersions(map: MapId): Promise<readonly VersionView[]> {
  const { versions } = await callJson<VersionList>(`${mapPath(map)}/versions`)
  return versions
}

/** `auto`: one among those that are thinned out as time goes by. */
export function keepVersion(map: MapId, name: string, auto = false): Promise<VersionView> {
  const body = auto ? { name, auto } : { name }
  return callJson<VersionView>(`${mapPath(map)}/versions`, { method: 'POST', body })
}

export async function readVersion(map: MapId, id: string): Promise<MapState> {
  const answer = await call(`${mapPath(map)}/versions/${encodeURIComponent(id)}/state`)
  return readMapState(await answer.text())
}
