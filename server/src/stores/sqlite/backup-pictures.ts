/**
 * Pictures of a backup. On the server they are files; in a backup they are rows of a table that only backups have, so
 * that one file is still all of it. They never change, so that copying them a moment after the documents loses nothing.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { isAssetId } from '@throughline/shared/protocol'
import { isId } from '@throughline/shared/schema'
import { openForWriting } from './open-database.ts'

export const PICTURES_TABLE = 'backup_pictures'

function withDatabase(file: string, work: (db: DatabaseSync) => void): void {
  const db = openForWriting(file)
  try {
    work(db)
    db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE')
  } finally {
    db.close()
  }
}

/** Puts the pictures of all maps that are in the backup into it. */
export function addPictures(backup: string, folder: string): void {
  withDatabase(backup, (db) => {
    db.exec(`CREATE TABLE ${PICTURES_TABLE} (map TEXT NOT NULL, id TEXT NOT NULL, bytes BLOB NOT NULL) STRICT`)
    const insert = db.prepare(`INSERT INTO ${PICTURES_TABLE} (map, id, bytes) VALUES (?, ?, ?)`)
    for (const { id } of db.prepare('SELECT id FROM maps ORDER BY id').all()) {
      const own = join(folder, String(id))
      const names = existsSync(own) ? readdirSync(own).filter(isAssetId).toSorted() : []
      for (const name of names) insert.run(String(id), name, readFileSync(join(own, name)))
    }
  })
}

/** Writes the pictures of a backup into an empty folder, and takes them out of the database. */
export function takePicturesOut(backup: string, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  withDatabase(backup, (db) => {
    // A backup from before there were pictures has no such table.
    if (db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(PICTURES_TABLE) === undefined) return
    for (const { map, id, bytes } of db.prepare(`SELECT map, id, bytes FROM ${PICTURES_TABLE}`).iterate())
      if (isId(map) && isAssetId(id) && bytes instanceof Uint8Array) write(join(folder, map), id, bytes)
    db.exec(`DROP TABLE ${PICTURES_TABLE}; VACUUM`)
  })
}

function write(folder: string, name: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, name), bytes, { mode: 0o600 })
  for (const path of [join(folder, name), folder]) {
    const handle = openSync(path, 'r')
    fsyncSync(handle)
    closeSync(handle)
  }
}
