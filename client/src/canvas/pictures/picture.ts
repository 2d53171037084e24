/**
 * A picture as the document holds it: the address of its bytes on this server, and its size. What tldraw needs beside
 * that (an asset, and a shape's own fields) follows from it, the same for everyone.
 *
 * - **PI1** Nobody's browser is made to ask for anything but pictures of this map, whatever a peer has written.
 */
import { pictureTypeOf, readAssetPath, type AssetId } from '@throughline/shared/protocol'
import { cutText, LIMITS, type MapId } from '@throughline/shared/schema'
import { AssetRecordType, type TLAsset, type TLAssetId, type TLImageAsset } from 'tldraw'

export interface Picture {
  /** `/api/maps/<mapId>/assets/<assetId>` */
  readonly src: string
  /** Pixels. */
  readonly w: number
  readonly h: number
}

type Fields = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

function between(value: unknown, least: number, most: number, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(Math.max(value, least), most) : otherwise
}

/** PI1, as a question about an address. */
export const isPictureOf = (map: MapId) => (src: unknown) => readAssetPath(map, src) !== null

/** PI1. Null for what is no picture of this map. */
export function readPicture(map: MapId, value: unknown): Picture | null {
  if (!isObject(value) || !isPictureOf(map)(value['src'])) return null
  const side = (given: unknown) => between(given, 1, LIMITS.pictureSide, 100)
  return { src: String(value['src']), w: side(value['w']), h: side(value['h']) }
}

const lastOf = (src: string) => src.slice(src.lastIndexOf('/') + 1)

function assetIdOf({ src }: Picture): TLAssetId {
  return AssetRecordType.createId(lastOf(src))
}

export function assetOf(picture: Picture): TLImageAsset {
  const { src, w, h } = picture
  const mimeType = pictureTypeOf(lastOf(src) as AssetId)
  return AssetRecordType.create({
    id: assetIdOf(picture),
    type: 'image',
    props: { name: '', src, w, h, mimeType, isAnimated: mimeType === 'image/gif' },
  }) as TLImageAsset
}

/** The way back: null for an asset that is no picture of this map. */
export function pictureOf(map: MapId, asset: TLAsset | undefined): Picture | null {
  return asset?.type === 'image' ? readPicture(map, asset.props) : null
}

/** The part of a picture that is shown, in fractions of it; null for all of it. */
function readCrop(value: unknown): Fields | null {
  if (!isObject(value) || !isObject(value['topLeft']) || !isObject(value['bottomRight'])) return null
  const part = (given: unknown) => between(given, 0, 1, 0)
  const [from, to] = [value['topLeft'], value['bottomRight']]
  const topLeft = { x: part(from['x']), y: part(from['y']) }
  const bottomRight = { x: part(to['x']), y: part(to['y']) }
  // Next to nothing, blown up to the frame's size, would be a picture of enormous measures.
  if (bottomRight.x - topLeft.x < 0.001 || bottomRight.y - topLeft.y < 0.001) return null
  return { topLeft, bottomRight, ...(value['isCircle'] === true ? { isCircle: true } : {}) }
}

/** A picture's shape has only these fields, each of a sound value. No address among them but the picture's own. */
export function readPictureFields(given: Fields, picture: Picture): Fields {
  const side = (value: unknown, otherwise: number) => between(value, 1, LIMITS.coordinate, otherwise)
  const text = given['altText']
  return {
    w: side(given['w'], picture.w),
    h: side(given['h'], picture.h),
    playing: true,
    url: '',
    assetId: assetIdOf(picture),
    crop: readCrop(given['crop']),
    flipX: given['flipX'] === true,
    flipY: given['flipY'] === true,
    altText: typeof text === 'string' ? cutText(text, LIMITS.statementLength) : '',
  }
}
