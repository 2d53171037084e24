/**
 * Where links lie in the pile: in a band of index keys of their own, below everything that people put on the page, so
 * that a click on a card never hits a link under it. Each link's place follows from its id, the same for everyone.
 */
import type { LinkId } from '@throughline/shared/schema'
import type { IndexKey } from 'tldraw'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** An integer of eleven digits, far below the `a0` at which canvases start. */
const BAND = 'P'
const BAND_DIGITS = 11
/** The lowest key that lies above the band. */
export const ABOVE_LINKS = 'Q0000000000' as IndexKey

/** FNV-1a, 64 bits: eleven digits hold all of it, so two links practically never share a key. */
function hash(text: string): bigint {
  let value = 0xcbf29ce484222325n
  for (let at = 0; at < text.length; at += 1)
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n)
  return value
}

export function linkIndex(id: LinkId): IndexKey {
  let rest = hash(id)
  let digits = ''
  for (let at = 0; at < BAND_DIGITS; at += 1) {
    digits = DIGITS.charAt(Number(rest % 62n)) + digits
    rest /= 62n
  }
  return `${BAND}${digits}` as IndexKey
}
