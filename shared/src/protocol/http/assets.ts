/**
 * `POST /api/maps/:id/assets` and `GET /api/maps/:id/assets/:assetId`: the pictures on a map's canvas. The document
 * holds nothing of them but their address, in exactly the form that `assetPath` gives.
 */
import { z } from 'zod'
import type { Branded } from '../../base/index.ts'
import { ID_PATTERN, type MapId } from '../../schema/index.ts'

/** The ending of a picture's id, and what it is served as. */
export const PICTURE_TYPES = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
} as const
export type PictureEnding = keyof typeof PICTURE_TYPES
export type PictureType = (typeof PICTURE_TYPES)[PictureEnding]

/** SHA-256 of the bytes in hexadecimal digits, a full stop, the ending: the same picture has the same id on every map. */
export type AssetId = Branded<string, 'AssetId'>
const ASSET_ID = /^[0-9a-f]{64}\.(?:png|jpg|gif|webp|avif)$/

export function isAssetId(value: unknown): value is AssetId {
  return typeof value === 'string' && ASSET_ID.test(value)
}

export function pictureTypeOf(id: AssetId): PictureType {
  return PICTURE_TYPES[id.slice(id.indexOf('.') + 1) as PictureEnding]
}

/** Relative to the server, so that a map can move to another address. */
export function assetPath(map: MapId, id: AssetId): string {
  return `/api/maps/${map}/assets/${id}`
}

/** The picture behind an address that `assetPath` gave for this map; null for every other address in the world. */
export function readAssetPath(map: MapId, path: unknown): AssetId | null {
  if (typeof path !== 'string' || !ID_PATTERN.test(map)) return null
  const id = path.slice(path.lastIndexOf('/') + 1)
  return isAssetId(id) && path === assetPath(map, id) ? id : null
}

export const madeAsset = z.object({
  id: z.string(),
  /** As the bytes say, whatever the sender called it. */
  type: z.string(),
  /** Pixels, as the file's header says: before any turning that a camera noted. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Relative to the server. */
  url: z.string(),
})
export type MadeAsset = z.infer<typeof madeAsset>
