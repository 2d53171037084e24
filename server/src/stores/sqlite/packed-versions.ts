/** How versions lie in their rows: compressed against a base, a whole state, which serves as zstd's dictionary. */
import { promisify } from 'node:util'
import { constants, crc32, zstdCompress, zstdDecompress } from 'node:zlib'
import { AppError } from '@throughline/shared/errors'
import pLimit from 'p-limit'
import type { Row } from './write-batch.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** 16 MB, as large as a map may be. */
const LARGEST_WINDOW_LOG = 24
/** The least that zstd knows. */
const SMALLEST_WINDOW_LOG = 10
/** A thousand maps that are left at once would take a thousand times what packing one takes. */
const inTurn = pLimit(2)
/** A version that is not smaller than this part of its base says so much differently that it is the next base. */
const NEXT_BASE = 0.5

export interface Base {
  readonly state: Buffer
  /** Bytes that it takes. */
  readonly size: number
}

/** @throws {AppError} when the row is missing or its bytes are not those that were written. */
export function soundBytes(row: Row | undefined): Uint8Array {
  const bytes = row?.['bytes']
  if (bytes instanceof Uint8Array && crc32(bytes) === Number(row?.['sum'])) return bytes
  throw new AppError('storage-unavailable', 'This version is damaged in the database; a backup may have it whole.')
}

/** A map of the usual size is packed in some milliseconds more, and takes a third less; a huge one would take long. */
const THOROUGH_LEVEL = 19
const THOROUGH_BYTES = 1024 * 1024

function pack(state: Buffer, base?: Buffer): Promise<Buffer> {
  const params = {
    [constants.ZSTD_c_windowLog]: windowFor(state.length + (base?.length ?? 0)),
    ...(state.length <= THOROUGH_BYTES ? { [constants.ZSTD_c_compressionLevel]: THOROUGH_LEVEL } : {}),
  }
  // With the size known its tables are no larger than it needs: without, they take tens of megabytes for any map.
  const options = { params, pledgedSrcSize: state.length }
  return inTurn(() => compress(state, base === undefined ? options : { ...options, dictionary: base }))
}

/** Wide enough to see all of the base. */
function windowFor(bytes: number): number {
  return Math.min(LARGEST_WINDOW_LOG, Math.max(SMALLEST_WINDOW_LOG, Math.ceil(Math.log2(bytes + 1))))
}

/** What states are packed to a tenth of, most often less. */
const USUAL_PACKING = 10
const LEAST_ROOM = 16 * 1024
const MOST_ROOM = 16 * 1024 * 1024

/** Unpacked in one piece where it can be: in pieces of 16 kB, as zlib does it, each goes to a thread and back. */
function roomFor(guess: number): number {
  return Math.min(MOST_ROOM, Math.max(LEAST_ROOM, Math.ceil(guess * 1.25)))
}

/** The state that a version's row holds. @throws {AppError} `storage-unavailable` when it is damaged. */
export async function unpackOn(base: Base, row: Row): Promise<Buffer> {
  const { state } = base
  return decompress(soundBytes(row), { dictionary: state, chunkSize: roomFor(state.length) })
}

/** @throws {AppError} `storage-unavailable` when it is damaged. */
export async function readBase(row: Row | undefined): Promise<Base> {
  const bytes = soundBytes(row)
  return { state: await decompress(bytes, { chunkSize: roomFor(bytes.length * USUAL_PACKING) }), size: bytes.length }
}

export interface Packed {
  readonly bytes: Buffer
  /** Its own whole state, when it is the next base rather than one that stands on `base`. */
  readonly newBase: Buffer | null
}

export async function packOn(base: Base | null, state: Buffer): Promise<Packed> {
  const bytes = base === null ? null : await pack(state, base.state)
  if (base !== null && bytes !== null && bytes.length < base.size * NEXT_BASE) return { bytes, newBase: null }
  const [whole, onItself] = await Promise.all([pack(state), pack(state, state)])
  return { bytes: onItself, newBase: whole }
}
