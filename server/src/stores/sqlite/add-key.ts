/** One key, from outside the server: an operator's command, also while the server runs. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@throughline/shared/errors'
import type { KeyRecord } from '../key-store.ts'
import { MIGRATIONS } from './migrations.ts'
import { openForWriting } from './open-database.ts'
import { DATABASE_FILE } from './open-sqlite-stores.ts'
import { addKeyStatement } from './sqlite-tables.ts'

/**
 * SQLite lets two processes write in turn, and both wait for each other (`BUSY_TIMEOUT_MS`); this one needs a
 * millisecond. The server reads keys from the file at every call, so the key works at once.
 *
 * @throws {AppError} `storage-unavailable` or `unknown-map`.
 */
export function addKeyToFile(folder: string, key: KeyRecord): void {
  const file = join(folder, DATABASE_FILE)
  if (!existsSync(file))
    throw new AppError('storage-unavailable', `There is no database in ${folder}; is DATA_DIR right?`)
  const db = openForWriting(file)
  try {
    if (Number(db.prepare('PRAGMA user_version').get()?.['user_version']) !== MIGRATIONS.length)
      throw new AppError(
        'storage-unavailable',
        'The database is of another version; start the server once, then try again.',
      )
    if (db.prepare('SELECT 1 FROM maps WHERE id = ?').get(key.map) === undefined)
      throw new AppError('unknown-map', `There is no map ${key.map} in ${folder}.`)
    const { sql, values } = addKeyStatement(key)
    db.prepare(sql).run(...values)
  } finally {
    db.close()
  }
}
