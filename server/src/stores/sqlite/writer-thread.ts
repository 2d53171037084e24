/**
 * The thread that owns every write: log, snapshots and tables (a second writer would fail with "database is locked").
 * A batch is one transaction and so one wait for the disk; each write in it is a savepoint, so that one that is refused
 * takes no other with it.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { invariant } from '@throughline/shared/base'
import { migrate } from './migrations.ts'
import { giveRoomBack, tidy } from './tidy.ts'
import { openForWriting } from './open-database.ts'
import type { FromWriter, Refusal, ToWriter, Write, WriteResult } from './write-batch.ts'

invariant(parentPort, 'the writer runs as a worker thread')
const port = parentPort
const tell = (message: FromWriter) => port.postMessage(message)
const prepared = new Map<string, StatementSync>()

function refusalOf(error: unknown): Refusal {
  const { message, errcode } = error as { message?: string; errcode?: number }
  return { message: message ?? String(error), code: errcode ?? 0 }
}

function prepare(db: DatabaseSync, sql: string): StatementSync {
  const known = prepared.get(sql)
  if (known !== undefined) return known
  const fresh = db.prepare(sql)
  prepared.set(sql, fresh)
  return fresh
}

function runWrite(db: DatabaseSync, write: Write): WriteResult {
  db.exec('SAVEPOINT one')
  try {
    const rows = write.map(({ sql, values }) => prepare(db, sql).all(...values))
    db.exec('RELEASE one')
    return { rows }
  } catch (error) {
    // A full disk may have ended the whole transaction already; then the batch fails as one.
    if (!db.isTransaction) throw error
    db.exec('ROLLBACK TO one; RELEASE one')
    return { refusal: refusalOf(error) }
  }
}

function runBatch(db: DatabaseSync, writes: readonly Write[]): readonly WriteResult[] {
  try {
    db.exec('BEGIN IMMEDIATE')
    const results = writes.map((write) => runWrite(db, write))
    db.exec('COMMIT')
    return results
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    const refusal = refusalOf(error)
    return writes.map(() => ({ refusal }))
  }
}

/**
 * The log goes with the last write; where it cannot, on a full disk, it is whole and the next start reads it. A start does
 * it too: a kill may have come between what was deleted and the end of the log that still has it.
 */
function emptyLog(db: DatabaseSync): void {
  try {
    tidy(db, 'to the last byte')
  } catch {
    // Nothing depends on it.
  }
}

function serve(file: string): void {
  const db = openForWriting(file)
  migrate(db)
  giveRoomBack(db)
  emptyLog(db)
  port.on('message', (message: ToWriter) => {
    if (message.is === 'batch') {
      tell({ is: 'results', results: runBatch(db, message.writes) })
      return
    }
    if (message.is === 'tidy') {
      tell({ is: 'tidied', done: tidy(db, message.how) })
      return
    }
    emptyLog(db)
    db.close()
    port.close()
  })
  tell({ is: 'ready' })
}

try {
  serve((workerData as { file: string }).file)
} catch (error) {
  tell({ is: 'failed', refusal: refusalOf(error) })
  port.close()
}
