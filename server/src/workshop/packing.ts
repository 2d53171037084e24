/**
 * Gzip for many streams at once (RFC 1951 and 1952): what all are told alike is deflated once, and each stream takes the
 * same bytes; what is one person's own goes in stored blocks, as it is. A stream never ends in order, so it has no trailer.
 *
 * - **PK1** What is private is never in one window with anything else, so that no length says what it holds.
 * - **PK2** Each piece can be read as soon as it is there.
 */
import { constants, deflateRawSync } from 'node:zlib'

/** No name, no time, of no system. */
export const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
const STORED_AT_MOST = 0xff_ff

const packed = new WeakMap<Buffer, Buffer>()

/** Whole blocks, the last one ending on a byte. The same bytes for the same buffer. */
export function pack(shared: Buffer): Buffer {
  const known = packed.get(shared) ?? deflateRawSync(shared, { finishFlush: constants.Z_SYNC_FLUSH })
  packed.set(shared, known)
  return known
}

/** In stored blocks, at five bytes each. */
export function wrap(own: Buffer): Buffer {
  const pieces: Buffer[] = []
  for (let at = 0; at < own.length; at += STORED_AT_MOST) {
    const piece = own.subarray(at, at + STORED_AT_MOST)
    const head = Buffer.alloc(5)
    head.writeUInt16LE(piece.length, 1)
    head.writeUInt16LE(~piece.length & STORED_AT_MOST, 3)
    pieces.push(head, piece)
  }
  return Buffer.concat(pieces)
}
