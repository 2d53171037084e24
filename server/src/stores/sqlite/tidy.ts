/** Keeps the files as large as what is in them, and free of what was deleted. For the writer's thread. */
import type { DatabaseSync } from 'node:sqlite'
import { BUSY_TIMEOUT_MS } from './open-database.ts'
import type { Thoroughness } from './write-batch.ts'

const INCREMENTAL = 2
/** Pages given back at a time: at 4 kB each, some milliseconds. */
const PAGES_AT_A_TIME = 1_000
/** So many free pages stay for the next writes, but no more than this part of the file. */
const PAGES_KEPT = 256
const PART_KEPT = 1 / 64
/** Everybody's saving waits meanwhile. */
const WAITS_MS = 50

const figure = (db: DatabaseSync, pragma: string) =>
  Number(Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0])

/** A database from before pages could be given back is written anew, once; without room for that it stays as it is. */
export function giveRoomBack(db: DatabaseSync): void {
  if (figure(db, 'auto_vacuum') === INCREMENTAL) return
  try {
    db.exec(`PRAGMA auto_vacuum = ${INCREMENTAL}; VACUUM`)
  } catch {
    // It takes as much room again; what is saved does not depend on it, and the next start tries again.
  }
}

/** Whether all was done that was asked for. */
export function tidy(db: DatabaseSync, how: Thoroughness): boolean {
  const kept = Math.min(PAGES_KEPT, Math.ceil(figure(db, 'page_count') * PART_KEPT))
  const free = figure(db, 'freelist_count')
  if (free > kept) db.exec(`PRAGMA incremental_vacuum(${Math.min(free - kept, PAGES_AT_A_TIME)})`)
  if (how === 'a little') return true
  db.exec(`PRAGMA busy_timeout = ${WAITS_MS}`)
  try {
    // The log still has what the database no longer has; it is emptied unless somebody reads from it.
    return figure(db, 'wal_checkpoint(TRUNCATE)') === 0
  } finally {
    db.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`)
  }
}
