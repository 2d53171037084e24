/** The pictures of a map, at the server. */
import { assetPath, readAssetPath, type AssetId, type MadeAsset } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { call, callJson } from './http.ts'
import { mapPath } from './maps.ts'

/** Sending the same picture again is answered with the same id. */
export function sendPicture(map: MapId, bytes: Blob): Promise<MadeAsset> {
  return callJson<MadeAsset>(`${mapPath(map)}/assets`, { method: 'POST', bytes })
}

const OF_A_MAP = /^\/api\/maps\/([A-Za-z0-9_-]{1,64})\/assets\//

/** The bytes of a picture on any map that this browser may see; null for an address of any other form. */
export async function fetchPicture(address: unknown): Promise<Blob | null> {
  const map = (typeof address === 'string' ? OF_A_MAP.exec(address)?.[1] : undefined) as MapId | undefined
  const id: AssetId | null = map === undefined ? null : readAssetPath(map, address)
  if (map === undefined || id === null) return null
  return (await call(assetPath(map, id))).blob()
}
