/**
 * Versions in SQLite: each compressed against a _base_, a whole state of some time before, which serves as zstd's
 * dictionary. So a version costs what it says differently, and opens with one look at its base, whatever lies between.
 */
import { promisify } from 'node:util'
import { constants, crc32, zstdCompress, zstdDecompress } from 'node:zlib'
import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '@throughline/shared/errors'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { Version, VersionId } from '@throughline/shared/versions'
import type { VersionStore } from '../version-store.ts'
import { statement, type Row } from './write-batch.ts'
import type { Writer } from './writer.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** 16 MB, as large as a map may be: a window smaller than the base would not see all of it. */
const WINDOW_LOG = 24
/** A version that is not smaller than this part of its base says so much differently that it is the next base. */
const NEXT_BASE = 0.5

interface Base {
  readonly id: number
  readonly state: Buffer
  /** Bytes that it takes. */
  readonly size: number
}

function asVersion(row: Row): Version {
  return {
    id: String(row['id']) as VersionId,
    name: String(row['name']),
    at: Number(row['at']) as EpochMs,
    by: String(row['by_whom']),
    auto: Number(row['auto']) === 1,
  }
}

function soundBytes(row: Row | undefined, what: string): Uint8Array {
  const bytes = row?.['bytes']
  if (bytes instanceof Uint8Array && crc32(bytes) === Number(row?.['sum'])) return bytes
  throw new AppError('storage-unavailable', `This ${what} is damaged in the database; a backup may have it whole.`)
}

function pack(state: Buffer, base?: Buffer): Promise<Buffer> {
  const params = { [constants.ZSTD_c_windowLog]: WINDOW_LOG }
  return compress(state, base === undefined ? { params } : { params, dictionary: base })
}

function unpack(bytes: Uint8Array, base?: Buffer): Promise<Buffer> {
  return decompress(bytes, base === undefined ? {} : { dictionary: base })
}

export function sqliteVersions(db: DatabaseSync, writer: Writer): VersionStore {
  const ofMap = db.prepare(
    'SELECT id, name, at, by_whom, auto FROM versions WHERE map = ? ORDER BY at DESC, rowid DESC',
  )
  const byId = db.prepare('SELECT * FROM versions WHERE map = ? AND id = ?')
  const baseById = db.prepare('SELECT id, bytes, sum FROM version_bases WHERE map = ? AND id = ?')
  const newestBase = db.prepare('SELECT id, bytes, sum FROM version_bases WHERE map = ? ORDER BY id DESC LIMIT 1')

  const readBase = async (row: Row | undefined): Promise<Base> => {
    const bytes = soundBytes(row, 'version')
    return { id: Number(row?.['id']), state: await unpack(bytes), size: bytes.length }
  }
  /** Null when there is none, or it cannot be read: then the next version is one. */
  const lastBase = async (map: MapId): Promise<Base | null> => {
    const row = newestBase.get(map)
    return row === undefined ? null : readBase(row).catch(() => null)
  }

  return {
    async add(map, version, text) {
      const state = Buffer.from(text)
      const base = await lastBase(map)
      const packed = base === null ? null : await pack(state, base.state)
      const { id, name, at, by, auto } = version
      const fields = [id, map, name, at, by, auto ? 1 : 0]
      if (base !== null && packed !== null && packed.length < base.size * NEXT_BASE) {
        await writer.write([
          statement(
            'INSERT INTO versions (id, map, name, at, by_whom, auto, bytes, sum, base) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
            ...fields,
            packed,
            crc32(packed),
            base.id,
          ),
        ])
        return
      }
      const [whole, onItself] = await Promise.all([pack(state), pack(state, state)])
      await writer.write([
        statement('INSERT INTO version_bases (map, bytes, sum) VALUES (?, ?, ?)', map, whole, crc32(whole)),
        statement(
          `INSERT INTO versions (id, map, name, at, by_whom, auto, bytes, sum, base)
           SELECT ?, ?, ?, ?, ?, ?, ?, ?, max(id) FROM version_bases WHERE map = ?`,
          ...fields,
          onItself,
          crc32(onItself),
          map,
        ),
      ])
    },
    list: async (map) => ofMap.all(map).map(asVersion),
    async read(map, id) {
      const row = byId.get(map, id)
      if (row === undefined) return null
      const base = await readBase(baseById.get(map, Number(row['base'])))
      const state = await unpack(soundBytes(row, 'version'), base.state)
      return { version: asVersion(row), state: state.toString() }
    },
    async remove(map, ids) {
      if (ids.length === 0) return
      await writer.write([
        ...ids.map((id) => statement('DELETE FROM versions WHERE map = ? AND id = ?', map, id)),
        statement(
          'DELETE FROM version_bases WHERE map = ? AND id NOT IN (SELECT base FROM versions WHERE map = ?)',
          map,
          map,
        ),
      ])
    },
  }
}
