import { crc32 } from 'node:zlib'
import type { DatabaseSync } from 'node:sqlite'
import type { EpochMs } from '@throughline/shared/schema'
import type { Log } from '../../log.ts'
import type { DocStore } from '../doc-store.ts'
import type { Seq } from '../names.ts'
import { statement, type Row } from './write-batch.ts'
import type { Writer } from './writer.ts'

interface Part {
  readonly seq: number
  readonly bytes: Uint8Array
  readonly sum: number
}

function asPart({ seq, bytes, sum }: Row): Part | null {
  return bytes instanceof Uint8Array ? { seq: Number(seq), bytes, sum: Number(sum) } : null
}

export function sqliteDocs(db: DatabaseSync, writer: Writer, log: Log): DocStore {
  const headRow = db.prepare('SELECT seq, changed_at AS at FROM docs WHERE name = ?')
  const snapshotRow = db.prepare(
    'SELECT snapshot AS bytes, snapshot_sum AS sum, snapshot_seq AS seq FROM docs WHERE name = ?',
  )
  const tailRows = db.prepare('SELECT seq, bytes, sum FROM updates WHERE doc = ? ORDER BY seq')

  const headOf = (name: string) => {
    const row = headRow.get(name)
    return {
      seq: Number(row?.['seq'] ?? 0) as Seq,
      changedAt: row === undefined ? null : (Number(row['at']) as EpochMs),
    }
  }

  /** DS6: copied out of the way of the next compaction, which would delete it. */
  const setAside = (doc: string, { seq, bytes, sum }: Part) => {
    log.error('damaged row set aside', { doc, seq })
    writer
      .write([
        statement('INSERT OR IGNORE INTO set_aside (doc, seq, bytes, sum) VALUES (?, ?, ?, ?)', doc, seq, bytes, sum),
      ])
      .catch((error: unknown) => log.error('damaged row not set aside', { doc, seq, error: String(error) }))
  }

  return {
    async head(doc) {
      return headOf(doc)
    },
    async load(doc) {
      const snapshot = asPart(snapshotRow.get(doc) ?? {})
      const tail = tailRows.all(doc).flatMap((row) => asPart(row) ?? [])
      const sound = (part: Part) => crc32(part.bytes) === part.sum
      const all = snapshot === null ? tail : [snapshot, ...tail]
      for (const part of all) if (!sound(part)) setAside(doc, part)
      const parts = all.filter(sound).map(({ bytes }) => bytes)
      return { ...headOf(doc), parts, tail: tail.length, damaged: all.length - parts.length }
    },
    async append(doc, update, at) {
      const [rows] = await writer.write([
        statement(
          `INSERT INTO docs (name, seq, changed_at) VALUES (?, 1, ?)
           ON CONFLICT (name) DO UPDATE SET seq = seq + 1, changed_at = excluded.changed_at RETURNING seq`,
          doc,
          at,
        ),
        statement(
          'INSERT INTO updates (doc, seq, bytes, sum) SELECT name, seq, ?, ? FROM docs WHERE name = ?',
          update,
          crc32(update),
          doc,
        ),
      ])
      return Number(rows?.[0]?.['seq']) as Seq
    },
    async compact(doc, upTo, state) {
      await writer.write([
        statement(
          'UPDATE docs SET snapshot = ?, snapshot_sum = ?, snapshot_seq = ? WHERE name = ? AND snapshot_seq <= ?',
          state,
          crc32(state),
          upTo,
          doc,
          upTo,
        ),
        statement('DELETE FROM updates WHERE doc = ? AND seq <= ?', doc, upTo),
      ])
    },
  }
}
