/** Whether a map takes what was sent as a picture, and under which id. */
import { createHash } from 'node:crypto'
import { AppError } from '@throughline/shared/errors'
import type { AssetId } from '@throughline/shared/protocol'
import { LIMITS } from '@throughline/shared/schema'
import { isSvg, readPicture, type Size } from './read-picture.ts'

export interface TakenPicture extends Size {
  readonly id: AssetId
}

const SVG_REFUSED = 'An SVG drawing can carry programs, so maps take none. Save it as PNG or WebP and send that.'
const UNKNOWN_REFUSED = 'That is not a picture a map can show: those are PNG, JPEG, GIF, WebP and AVIF.'

/** @throws {AppError} `wrong-type` or `too-large`, with a sentence for whoever chose the picture. */
export function takePicture(bytes: Uint8Array): TakenPicture {
  const picture = readPicture(bytes)
  if (picture === null) throw new AppError('wrong-type', isSvg(bytes) ? SVG_REFUSED : UNKNOWN_REFUSED)
  const { ending, width, height } = picture
  if (Math.max(width, height) > LIMITS.pictureSide || width * height > LIMITS.picturePixels)
    throw new AppError(
      'too-large',
      `This picture has ${width} × ${height} pixels; a map takes up to ${LIMITS.picturePixels / 1e6} million. Make it smaller and try again.`,
    )
  const sum = createHash('sha256').update(bytes).digest('hex')
  return { id: `${sum}.${ending}` as AssetId, width, height }
}
