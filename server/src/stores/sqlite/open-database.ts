import { DatabaseSync } from 'node:sqlite'

/** How long a writer waits for another process (an operator's command) to finish its write. */
export const BUSY_TIMEOUT_MS = 5_000

/** The log grows with one large write; when that is in the database, it shrinks again. */
const LOG_KEPT_BYTES = 8 * 1024 * 1024

/**
 * For the one who writes. A commit is on the disk when it returns: WAL alone would lose the last ones with the power.
 * What is deleted is overwritten with zeros, so that what people delete for good is.
 */
export function openForWriting(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS })
  db.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON; PRAGMA journal_size_limit = ${LOG_KEPT_BYTES}`)
  return db
}

/** Beside the writer: WAL lets readers see every commit that has returned, without waiting. */
export function openForReading(file: string): DatabaseSync {
  return new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS })
}
