/**
 * How a snapshot lies in its row: packed by zstd wherever that makes it smaller, so that a file holds less than the
 * documents in it. Its sum is of the unpacked bytes, whichever way they lie.
 */
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { Row } from './write-batch.ts'

/** No document is as large by far; a length that has rotted must not make room for anything. */
const LONGEST = 1024 ** 3
/** The least that zlib takes. */
const SMALLEST_CHUNK = 64

export interface PackedSnapshot {
  readonly bytes: Uint8Array
  /** How long it is unpacked; null when it lies as it is. */
  readonly unpacked: number | null
}

/** Some 10 ms a megabyte: for the thread that makes snapshots. */
export function packSnapshot(state: Uint8Array): PackedSnapshot {
  const bytes = zstdCompressSync(state)
  return bytes.length < state.length ? { bytes, unpacked: state.length } : { bytes: state, unpacked: null }
}

/**
 * The snapshot of a row with `bytes` and `unpacked`; some 2 ms a megabyte. What cannot be unpacked comes as it lies: its
 * sum is not that of the row, and so it is damaged for everybody who looks.
 */
export function unpackSnapshot({ bytes, unpacked }: Row): Uint8Array {
  if (!(bytes instanceof Uint8Array)) return new Uint8Array()
  if (typeof unpacked !== 'number' || unpacked < 1 || unpacked > LONGEST) return bytes
  try {
    // In one piece: without its length it would be put together from pieces of 16 kB.
    return zstdDecompressSync(bytes, { chunkSize: Math.max(unpacked, SMALLEST_CHUNK), maxOutputLength: unpacked })
  } catch {
    return bytes
  }
}
