/**
 * A database into a new file, but for what backups leave out: that is not written there and deleted, it never gets there.
 * SQLite's own ways of copying (`VACUUM INTO`, its backup API) take everything.
 */
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { AppError } from '@throughline/shared/errors'
import { BUSY_TIMEOUT_MS } from './open-database.ts'

/** BK5. The tables are there, empty. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['workshop_sealed', 'workshop_keys', 'workshop_codes'])

/** BK1: one read transaction from the first row to the last; writers go on beside it. @throws {AppError} */
export function copyDatabase(source: string, target: string): void {
  const from = pathToFileURL(source)
  from.searchParams.set('mode', 'ro')
  const db = new DatabaseSync(target, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: false })
  try {
    // A copy that was broken off is thrown away, so it needs no journal, and the one who called waits for the disk.
    db.exec('PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF')
    db.prepare('ATTACH ? AS source').run(from.href)
    db.exec('BEGIN')
    copyAll(db)
    db.exec('COMMIT')
  } catch (cause) {
    throw new AppError('storage-unavailable', `${target} cannot be written.`, { cause })
  } finally {
    db.close()
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

function copyAll(db: DatabaseSync): void {
  const version = Number(db.prepare('PRAGMA source.user_version').get()?.['user_version'])
  const things = db
    .prepare('SELECT type, name, sql FROM source.sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid')
    .all()
  const made = things.filter(({ name }) => !String(name).startsWith('sqlite_'))
  const tables = made.filter(({ type }) => type === 'table').map(({ name }) => String(name))
  for (const { type, sql } of made) if (type === 'table') db.exec(String(sql))
  for (const table of tables)
    if (!LEFT_OUT.has(table)) db.exec(`INSERT INTO main.${quoted(table)} SELECT * FROM source.${quoted(table)}`)
  // Where rows are numbered on, also past those that are gone.
  if (things.some(({ name }) => name === 'sqlite_sequence'))
    db.exec('DELETE FROM main.sqlite_sequence; INSERT INTO main.sqlite_sequence SELECT * FROM source.sqlite_sequence')
  for (const { type, sql } of made) if (type !== 'table') db.exec(String(sql))
  db.exec(`PRAGMA main.user_version = ${version}`)
}
