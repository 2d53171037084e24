/**
 * Versions in SQLite: each compressed against a _base_, a whole state of some time before, which serves as zstd's
 * dictionary. So a version costs what it says differently, and opens with one look at its base, whatever lies between.
 */
import { crc32 } from 'node:zlib'
import type { DatabaseSync } from 'node:sqlite'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { Version, VersionId } from '@throughline/shared/versions'
import { inTurn } from '../in-turn.ts'
import type { VersionStore } from '../version-store.ts'
import { packOn, readBase, unpackOn, type Base } from './packed-versions.ts'
import { rewriteVersions } from './rewrite-versions.ts'
import { statement, type Row } from './write-batch.ts'
import type { Writer } from './writer.ts'

function asVersion(row: Row): Version {
  return {
    id: String(row['id']) as VersionId,
    name: String(row['name']),
    at: Number(row['at']) as EpochMs,
    by: String(row['by_whom']),
    auto: Number(row['auto']) === 1,
  }
}

export function sqliteVersions(db: DatabaseSync, writer: Writer): VersionStore {
  const ofMap = db.prepare(
    'SELECT id, name, at, by_whom, auto FROM versions WHERE map = ? AND mark = 0 ORDER BY at DESC, rowid DESC',
  )
  const marksOfMap = db.prepare('SELECT id, at FROM versions WHERE map = ? AND mark = 1 ORDER BY at DESC, rowid DESC')
  const anyOfMap = db.prepare('SELECT 1 FROM versions WHERE map = ? LIMIT 1')
  const newestUntil = db.prepare(
    'SELECT * FROM versions WHERE map = ? AND at <= ? ORDER BY at DESC, rowid DESC LIMIT 1',
  )
  const byId = db.prepare('SELECT * FROM versions WHERE map = ? AND id = ?')
  const baseById = db.prepare('SELECT bytes, sum FROM version_bases WHERE map = ? AND id = ?')
  const newestBase = db.prepare('SELECT id, bytes, sum FROM version_bases WHERE map = ? ORDER BY id DESC LIMIT 1')
  /** While one is packed nothing else may take away or replace the base that it is to stand on. */
  const inTurnOfMap = inTurn<MapId>()

  /** Null when there is none, or it cannot be read: then the next version is one. */
  const lastBase = async (map: MapId): Promise<Base | null> => {
    const row = newestBase.get(map)
    return row === undefined ? null : readBase(row).catch(() => null)
  }

  const add = async (map: MapId, { id, name, at, by, auto }: Version, text: string, isMark = false): Promise<void> => {
    const { bytes, newBase } = await packOn(await lastBase(map), Buffer.from(text))
    await writer.write([
      ...(newBase === null
        ? []
        : [statement('INSERT INTO version_bases (map, bytes, sum) VALUES (?, ?, ?)', map, newBase, crc32(newBase))]),
      statement(
        `INSERT INTO versions (id, map, name, at, by_whom, auto, mark, bytes, sum, base)
         SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, max(id) FROM version_bases WHERE map = ?`,
        ...[id, map, name, at, by, auto ? 1 : 0, isMark ? 1 : 0],
        bytes,
        crc32(bytes),
        map,
      ),
    ])
  }

  const stateOf = async (map: MapId, row: Row): Promise<string> => {
    const base = await readBase(baseById.get(map, Number(row['base'])))
    return (await unpackOn(base, row)).toString()
  }

  const remove = async (map: MapId, ids: readonly VersionId[]): Promise<void> => {
    if (ids.length === 0) return
    await writer.write([
      ...ids.map((id) => statement('DELETE FROM versions WHERE map = ? AND id = ?', map, id)),
      statement(
        'DELETE FROM version_bases WHERE map = ? AND id NOT IN (SELECT base FROM versions WHERE map = ?)',
        map,
        map,
      ),
    ])
  }

  return {
    add: (map, version, text) => inTurnOfMap(map, () => add(map, version, text)),
    mark: (map, { id, at }, text) =>
      inTurnOfMap(map, () => add(map, { id, at, name: '', by: '', auto: true }, text, true)),
    marks: async (map) =>
      marksOfMap.all(map).map((row) => ({ id: String(row['id']) as VersionId, at: Number(row['at']) as EpochMs })),
    keepsAny: async (map) => anyOfMap.get(map) !== undefined,
    async until(map, at) {
      const row = newestUntil.get(map, at)
      return row === undefined ? null : { at: Number(row['at']) as EpochMs, state: await stateOf(map, row) }
    },
    remove: (map, ids) => inTurnOfMap(map, () => remove(map, ids)),
    rewrite: (map, change) =>
      inTurnOfMap(map, async () => {
        const { statements, takenAway } = await rewriteVersions(db, map, change)
        if (statements.length > 0) await writer.write(statements)
        return takenAway
      }),
    list: async (map) => ofMap.all(map).map(asVersion),
    async read(map, id) {
      const row = byId.get(map, id)
      return row === undefined ? null : { version: asVersion(row), state: await stateOf(map, row) }
    },
  }
}
