/** What is said about pictures on a map. */
import type { AppError } from '@throughline/shared/errors'
import { LIMITS } from '@throughline/shared/schema'
import { errorText } from './errors.ts'

const MEGABYTES = LIMITS.pictureBytes / 1024 / 1024

export const NO_FILMS = 'Films and embedded pages cannot be put on a map; pictures can.'
export const NO_SVG = 'An SVG drawing can carry programs, so maps take none. Save it as PNG or WebP and use that.'
export const PICTURE_TOO_LARGE = `A picture may have ${MEGABYTES} MB. Make it smaller and try again.`
export const PICTURE_UNREADABLE = 'This browser cannot show that picture. Save it as PNG, JPEG or WebP and use that.'
export const PICTURE_ELSEWHERE =
  'A picture of another map could not be brought along. Save it from there and drop it here.'

export function sendingPictures(count: number): string {
  return count === 1 ? 'Sending the picture…' : `Sending ${count} pictures…`
}

export function picturesPlaced(count: number): string {
  return count === 1 ? 'The picture is on the map.' : `${count} pictures are on the map.`
}

/** The server's own sentence where it has judged the picture itself. */
export function pictureRefusal(error: AppError): string {
  const judged = error.kind === 'too-large' || error.kind === 'wrong-type'
  return judged && error.message !== '' ? error.message : errorText(error).says
}
