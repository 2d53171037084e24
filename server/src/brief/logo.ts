/** The bytes of a logo, where a brief can hold them: every file of it carries them. */
import { buffer } from 'node:stream/consumers'
import { isAssetId } from '@throughline/shared/protocol'
import { isLogoAsset, LIMITS, type MapId } from '@throughline/shared/schema'
import { sizeOfPicture } from '../assets/index.ts'
import type { AssetStore } from '../stores/index.ts'

/** Null for a picture that is not there, is of another kind, or is too large. */
export async function readLogo(
  assets: Pick<AssetStore, 'find'>,
  map: MapId,
  asset: string,
): Promise<Uint8Array | null> {
  const found = isAssetId(asset) && isLogoAsset(asset) ? await assets.find(map, asset) : null
  if (found === null || found.size > LIMITS.logoBytes) return null
  const bytes = await buffer(found.read())
  return fitsBrief(bytes) ? bytes : null
}

/** Unpacked, a picture takes four bytes a pixel, in every print. */
export function fitsBrief(bytes: Uint8Array): boolean {
  const size = sizeOfPicture(bytes)
  return bytes.length <= LIMITS.logoBytes && size !== null && size.width * size.height <= LIMITS.logoPixels
}
