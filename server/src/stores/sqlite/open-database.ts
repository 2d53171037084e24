import { DatabaseSync } from 'node:sqlite'

/** How long a writer waits for another process (an operator's command) to finish its write. */
export const BUSY_TIMEOUT_MS = 5_000

/** For the one who writes. A commit is on the disk when it returns: WAL alone would lose the last ones with the power. */
export function openForWriting(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS })
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
  return db
}

/** Beside the writer: WAL lets readers see every commit that has returned, without waiting. */
export function openForReading(file: string): DatabaseSync {
  return new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS })
}
