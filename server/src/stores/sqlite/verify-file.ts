/**
 * Reads everything that a database file holds, as an operator's command; the server may run meanwhile.
 *
 * - **VF1** Every document is put together from its stored parts, as the server would, and every sum is checked.
 * - **VF2** An update that is missing between two others is found, too.
 * - **VF3** Nothing is written, and nothing that people wrote is in what it says.
 */
import { existsSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '@throughline/shared/errors'
import { snapshotOf } from '../../rooms/snapshot-of.ts'
import { MIGRATIONS } from './migrations.ts'
import { openForReading } from './open-database.ts'
import { unpackSnapshot } from './packed-snapshot.ts'
import { vectorSum } from './read-document.ts'
import { workshopProblems } from './verify-workshops.ts'
import type { Row } from './write-batch.ts'

export interface Verification {
  readonly maps: number
  readonly documents: number
  readonly updates: number
  /** A sentence each; none when all is well. */
  readonly problems: readonly string[]
}

/** @throws {AppError} `storage-unavailable` when it is no database of this program, or of a later one. */
export function verifyFile(file: string): Verification {
  if (!existsSync(file)) throw new AppError('storage-unavailable', `There is no file ${file}.`)
  const db = open(file)
  try {
    // One transaction, so that it all belongs together while the server writes on.
    db.exec('BEGIN')
    const problems = [...pageProblems(db), ...lostDocuments(db), ...setAside(db), ...workshopProblems(db)]
    const documents = db.prepare('SELECT name FROM docs ORDER BY name').all()
    let updates = 0
    for (const { name } of documents) {
      const checked = checkDocument(db, String(name))
      updates += checked.updates
      problems.push(...checked.problems.map((problem) => `${String(name)}: ${problem}`))
    }
    return { maps: countOf(db, 'SELECT count(*) AS n FROM maps'), documents: documents.length, updates, problems }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError(
      'storage-unavailable',
      `${file} cannot be read to its end: it is damaged. Keep a copy of it, and use a backup in which verify finds nothing.`,
      { cause },
    )
  } finally {
    db.close()
  }
}

function open(file: string): DatabaseSync {
  const db = openForReading(file)
  try {
    const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version'])
    if (version >= 1 && version <= MIGRATIONS.length) return db
    db.close()
    throw new AppError('storage-unavailable', `${file} ${whyNot(version)}`)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    db.close()
    throw new AppError('storage-unavailable', `${file} is no database; give a file that backup has written.`, { cause })
  }
}

function whyNot(version: number): string {
  return version > MIGRATIONS.length
    ? `was written by a newer Throughline (its shape is number ${version}, this one knows ${MIGRATIONS.length}); use that one.`
    : 'is a database, but not of Throughline; give a file that backup has written.'
}

function countOf(db: DatabaseSync, sql: string, ...values: string[]): number {
  return Number(db.prepare(sql).get(...values)?.['n'] ?? 0)
}

function pageProblems(db: DatabaseSync): readonly string[] {
  const said = db.prepare('PRAGMA integrity_check').all()
  return said.map((row) => String(row['integrity_check'])).filter((line) => line !== 'ok')
}

function lostDocuments(db: DatabaseSync): readonly string[] {
  return db
    .prepare("SELECT id FROM maps WHERE NOT EXISTS (SELECT 1 FROM docs WHERE name = maps.id || '/canvas')")
    .all()
    .map(({ id }) => `map ${String(id)} has no canvas`)
}

function setAside(db: DatabaseSync): readonly string[] {
  return db
    .prepare('SELECT doc, count(*) AS n FROM set_aside GROUP BY doc')
    .all()
    .map(({ doc, n }) => `${String(doc)}: ${String(n)} damaged parts were set aside earlier`)
}

/** Newest first, unpacked. Before the table of snapshots there was one a document, beside its head; state vectors and packing came later. */
export function snapshotRows(db: DatabaseSync, name: string): readonly Row[] {
  const columns = new Set(
    db
      .prepare("SELECT name FROM pragma_table_info('snapshots')")
      .all()
      .map((column) => column['name']),
  )
  const vector = columns.has('vector') ? 'vector, vector_sum' : 'NULL AS vector'
  const unpacked = columns.has('unpacked') ? 'unpacked' : 'NULL AS unpacked'
  const sql =
    columns.size > 0
      ? `SELECT seq, bytes, ${unpacked}, sum, ${vector} FROM snapshots WHERE doc = ? ORDER BY seq DESC`
      : `SELECT snapshot_seq AS seq, snapshot AS bytes, snapshot_sum AS sum, NULL AS vector FROM docs
       WHERE name = ? AND snapshot IS NOT NULL`
  return db
    .prepare(sql)
    .all(name)
    .map((row) => ({ ...row, bytes: unpackSnapshot(row) }))
}

function checkDocument(db: DatabaseSync, name: string): { updates: number; problems: readonly string[] } {
  const snapshots = snapshotRows(db, name)
  // A newer one that has not been read back yet is not needed: what it covers is there.
  const snapshot = snapshots.at(-1)
  const first = Number(snapshot?.['seq'] ?? 0)
  const tail = db.prepare('SELECT seq, bytes, sum FROM updates WHERE doc = ? AND seq > ? ORDER BY seq').all(name, first)
  const problems = [...partProblems([...snapshots, ...tail]), ...snapshots.flatMap(vectorProblems)]
  const expected = countOf(db, 'SELECT seq AS n FROM docs WHERE name = ?', name) - first
  const seqs = tail.map(({ seq }) => Number(seq))
  if (seqs.length !== expected || seqs.some((seq, at) => seq !== first + at + 1))
    problems.push(`${expected} updates should follow its snapshot, ${seqs.length} do`)
  return { updates: tail.length, problems }
}

/** Whoever is told too much does not send what is missing, so it must be exactly as far as the snapshot goes. */
function vectorProblems({ seq, bytes, sum, vector, vector_sum: vectorSumKept }: Row): readonly string[] {
  if (!(vector instanceof Uint8Array) || !(bytes instanceof Uint8Array) || crc32(bytes) !== Number(sum)) return []
  if (vectorSum(vector, Number(sum)) !== Number(vectorSumKept))
    return [`the state vector beside part ${String(seq)} is damaged; nothing is lost, its next snapshot mends it`]
  if (Buffer.compare(snapshotOf([bytes]).stateVector, vector) !== 0)
    return [`the state vector beside part ${String(seq)} is not that of its content`]
  return []
}

function partProblems(parts: readonly Row[]): string[] {
  const sums = parts.map(({ seq, bytes, sum }) =>
    bytes instanceof Uint8Array && crc32(bytes) === Number(sum) ? { seq, bytes } : { seq, bytes: null },
  )
  const whole = sums.flatMap(({ seq, bytes }) => (bytes === null ? [] : [{ seq, bytes }]))
  const { unreadable } = snapshotOf(whole.map(({ bytes }) => bytes))
  return [
    ...sums.filter(({ bytes }) => bytes === null).map(({ seq }) => `part ${String(seq)} is damaged`),
    ...unreadable.map((index) => `part ${String(whole[index]?.seq)} is no update`),
  ]
}
