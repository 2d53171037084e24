/** Maps, keys and people in SQLite. Reads are answered from this thread, writes go to the writer. */
import { crc32 } from 'node:zlib'
import type { DatabaseSync } from 'node:sqlite'
import { ROLES, type Role } from '@throughline/shared/access'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import { docName, docNamesOf, type KeyId, type MapEpoch, type PersonId, type SecretHash } from '../names.ts'
import type { KeyRecord, KeyStore } from '../key-store.ts'
import type { VersionId } from '@throughline/shared/versions'
import type { MapStore } from '../map-store.ts'
import type { PersonRecord, PersonStore } from '../person-store.ts'
import { statement, type Row, type Statement } from './write-batch.ts'
import type { Writer } from './writer.ts'

function timeOrNull(value: unknown): EpochMs | null {
  return value === null || value === undefined ? null : (Number(value) as EpochMs)
}

function roleOf(value: unknown): Role {
  return ROLES.find((role) => role === value) ?? 'reader'
}

function asKey(row: Row | undefined): KeyRecord | null {
  if (row === undefined) return null
  return {
    id: String(row['id']) as KeyId,
    map: String(row['map']) as MapId,
    hash: String(row['hash']) as SecretHash,
    role: roleOf(row['role']),
    label: String(row['label']),
    createdAt: Number(row['created_at']) as EpochMs,
    expiresAt: timeOrNull(row['expires_at']),
    revokedAt: timeOrNull(row['revoked_at']),
  }
}

function asPerson(row: Row | undefined): PersonRecord | null {
  if (row === undefined) return null
  return {
    id: String(row['id']) as PersonId,
    map: String(row['map']) as MapId,
    key: String(row['key']) as KeyId,
    token: String(row['token']) as SecretHash,
    name: String(row['name']),
    voice: row['voice'] === null ? null : String(row['voice']),
    createdAt: Number(row['created_at']) as EpochMs,
  }
}

export function addKeyStatement(key: KeyRecord): Statement {
  return statement(
    `INSERT INTO keys (id, map, hash, role, label, created_at, expires_at, revoked_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    key.id,
    key.map,
    key.hash,
    key.role,
    key.label,
    key.createdAt,
    key.expiresAt,
    key.revokedAt,
  )
}

export function sqliteMaps(db: DatabaseSync, writer: Writer): MapStore {
  const byId = db.prepare(
    `SELECT maps.*, docs.seq AS revision, docs.changed_at AS changed_at
     FROM maps LEFT JOIN docs ON docs.name = ? WHERE maps.id = ?`,
  )
  const since = db.prepare(
    "SELECT maps.id FROM maps JOIN docs ON docs.name = maps.id || '/canvas' WHERE docs.changed_at >= ?",
  )
  return {
    changedSince: async (at) => since.all(at).map(({ id }) => String(id) as MapId),
    async make({ map, keys, canvas }) {
      const doc = docName(map.id, 'canvas')
      await writer.write([
        statement(
          'INSERT INTO maps (id, title, created_at, epoch) VALUES (?, ?, ?, ?)',
          map.id,
          map.title,
          map.createdAt,
          map.epoch,
        ),
        ...keys.map(addKeyStatement),
        statement('INSERT INTO docs (name, seq, changed_at) VALUES (?, 1, ?)', doc, map.createdAt),
        statement('INSERT INTO updates (doc, seq, bytes, sum) VALUES (?, 1, ?, ?)', doc, canvas, crc32(canvas)),
      ])
    },
    async get(id) {
      const row = byId.get(docName(id, 'canvas'), id)
      if (row === undefined) return null
      const createdAt = Number(row['created_at']) as EpochMs
      const changedAt = timeOrNull(row['changed_at']) ?? createdAt
      const epoch = String(row['epoch']) as MapEpoch
      const frozen = row['frozen'] === null ? null : (String(row['frozen']) as VersionId)
      const revision = Number(row['revision'] ?? 0)
      return { id, title: String(row['title']), createdAt, epoch, revision, changedAt, frozen }
    },
    async freeze(id, version) {
      await writer.write([statement('UPDATE maps SET frozen = ? WHERE id = ?', version, id)])
    },
    async remove(id) {
      const docs = docNamesOf(id).flatMap((doc) => [
        statement('DELETE FROM updates WHERE doc = ?', doc),
        statement('DELETE FROM snapshots WHERE doc = ?', doc),
        statement('DELETE FROM set_aside WHERE doc = ?', doc),
        statement('DELETE FROM docs WHERE name = ?', doc),
      ])
      await writer.write([...docs, statement('DELETE FROM maps WHERE id = ?', id)])
      await writer.tidy('to the last byte')
    },
  }
}

export function sqliteKeys(db: DatabaseSync, writer: Writer): KeyStore {
  const byHash = db.prepare('SELECT * FROM keys WHERE hash = ?')
  const ofMap = db.prepare('SELECT * FROM keys WHERE map = ? ORDER BY rowid')
  const bySession = db.prepare(
    'SELECT keys.* FROM sessions JOIN keys ON keys.id = sessions.key WHERE sessions.hash = ?',
  )
  return {
    async add(key) {
      await writer.write([addKeyStatement(key)])
    },
    byHash: async (hash) => asKey(byHash.get(hash)),
    list: async (map) => ofMap.all(map).flatMap((row) => asKey(row) ?? []),
    async revoke(map, id, at) {
      const [rows] = await writer.write([
        statement(
          'UPDATE keys SET revoked_at = coalesce(revoked_at, ?) WHERE id = ? AND map = ? RETURNING id',
          at,
          id,
          map,
        ),
      ])
      return (rows?.length ?? 0) > 0
    },
    async openSession(hash, key, at) {
      await writer.write([statement('INSERT INTO sessions (hash, key, opened_at) VALUES (?, ?, ?)', hash, key, at)])
    },
    bySession: async (hash) => asKey(bySession.get(hash)),
  }
}

export function sqlitePeople(db: DatabaseSync, writer: Writer): PersonStore {
  const byToken = db.prepare('SELECT * FROM people WHERE map = ? AND token = ?')
  const ofMap = db.prepare('SELECT * FROM people WHERE map = ? ORDER BY rowid')
  return {
    async add({ id, map, key, token, name, voice, createdAt }) {
      await writer.write([
        statement(
          'INSERT INTO people (id, map, key, token, name, voice, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
          id,
          map,
          key,
          token,
          name,
          voice,
          createdAt,
        ),
      ])
    },
    async rename(map, id, name) {
      await writer.write([statement('UPDATE people SET name = ? WHERE map = ? AND id = ?', name, map, id)])
    },
    byToken: async (map, token) => asPerson(byToken.get(map, token)),
    list: async (map) => ofMap.all(map).flatMap((row) => asPerson(row) ?? []),
  }
}
