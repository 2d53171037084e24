/** The size that a JPEG's frame header states. */
import type { Size } from './read-picture.ts'

/** Start of a frame, in its thirteen forms; C4, C8 and CC among them mean something else. */
function startsFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** Marks that stand alone, without a length. */
function isBare(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
}

/** From segment to segment: each step goes forward, so that it ends whatever the bytes are. */
export function sizeOfJpeg(bytes: Buffer): Size | null {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return null
  let at = 2
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (startsFrame(marker)) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    // The picture itself begins, or ends, and no frame has been announced.
    if (marker === 0xda || marker === 0xd9) return null
    const length = isBare(marker) ? 0 : bytes.readUInt16BE(at + 2)
    if (!isBare(marker) && length < 2) return null
    at += 2 + length
  }
  return null
}
