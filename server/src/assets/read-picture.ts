/**
 * What a picture is, from its first bytes: whatever its sender called it, only these five kinds are taken, and only with
 * a header that states a size. Nothing is unpacked.
 */
import type { PictureEnding } from '@throughline/shared/protocol'
import { sizeOfAvif } from './avif-size.ts'
import { sizeOfJpeg } from './jpeg-size.ts'

/** Pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}
export interface Picture extends Size {
  readonly ending: PictureEnding
}

function textAt(bytes: Buffer, at: number, length: number): string {
  return bytes.toString('latin1', at, at + length)
}

function sizeOfPng(bytes: Buffer): Size | null {
  if (textAt(bytes, 0, 8) !== '\x89PNG\r\n\x1A\n' || bytes.length < 33) return null
  if (bytes.readUInt32BE(8) !== 13 || textAt(bytes, 12, 4) !== 'IHDR') return null
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

function sizeOfGif(bytes: Buffer): Size | null {
  if (!/^GIF8[79]a$/.test(textAt(bytes, 0, 6)) || bytes.length < 13) return null
  return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
}

/** Lossy, lossless and extended: each states its size in a way of its own. */
function sizeOfWebp(bytes: Buffer): Size | null {
  if (textAt(bytes, 0, 4) !== 'RIFF' || textAt(bytes, 8, 4) !== 'WEBP' || bytes.length < 30) return null
  const form = textAt(bytes, 12, 4)
  if (form === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (form === 'VP8L' && bytes[20] === 0x2f) {
    const bits = bytes.readUInt32LE(21)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (form === 'VP8 ' && textAt(bytes, 23, 3) === '\x9D\x01\x2A')
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  return null
}

const READERS: readonly (readonly [PictureEnding, (bytes: Buffer) => Size | null])[] = [
  ['png', sizeOfPng],
  ['jpg', sizeOfJpeg],
  ['gif', sizeOfGif],
  ['webp', sizeOfWebp],
  ['avif', sizeOfAvif],
]

/** Null for everything that is not certainly one of the five, or states no size. */
export function readPicture(given: Uint8Array): Picture | null {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  for (const [ending, sizeOf] of READERS) {
    const size = sizeOf(bytes)
    if (size !== null) return size.width > 0 && size.height > 0 ? { ending, ...size } : null
  }
  return null
}

/** Whether it looks like a drawing in XML, which may carry programs and addresses. */
export function isSvg(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1').replaceAll('\0', '')
  return /^[^A-Za-z0-9]{0,16}</.test(start) && /<(?:\w+:)?svg[\s/>]|<!doctype\s+svg/i.test(start)
}
