import { crc32 } from 'node:zlib'
import type { DatabaseSync } from 'node:sqlite'
import type { Log } from '../../log.ts'
import type { DocStore } from '../doc-store.ts'
import type { Seq } from '../names.ts'
import { documentReader, type Part } from './read-document.ts'
import { setAsideStatement, type Snapshots } from './snapshots.ts'
import { statement } from './write-batch.ts'
import type { Writer } from './writer.ts'

export interface SqliteDocsParts {
  /** For reading. */
  readonly db: DatabaseSync
  readonly writer: Writer
  readonly snapshots: Snapshots
  readonly log: Log
}

export function sqliteDocs({ db, writer, snapshots, log }: SqliteDocsParts): DocStore {
  const { head, read } = documentReader(db)

  /** DS6: copied out of the way of the next compaction, which would delete it. */
  const setAside = (doc: string, part: Part) => {
    const { seq } = part
    log.error('damaged row set aside', { doc, seq })
    writer
      .write([setAsideStatement(doc, part)])
      .catch((error: unknown) => log.error('damaged row not set aside', { doc, seq, error: String(error) }))
  }

  return {
    head: async (doc) => head(doc),
    async load(doc) {
      const found = read(doc)
      for (const part of found.damaged) setAside(doc, part)
      for (const { seq } of found.passedOver)
        log.error('damaged snapshot passed over; the one before and its updates have everything', { doc, seq })
      if (found.snapshot?.isVectorDamaged === true)
        log.warn('damaged state vector passed over; the document opens more slowly until its next snapshot', { doc })
      const tail = found.tail.map(({ bytes }) => bytes)
      const parts = found.snapshot === null ? tail : [found.snapshot.bytes, ...tail]
      const vector = found.snapshot?.vector ?? null
      return { ...found.head, parts, tail: tail.length, vector, damaged: found.damaged.length }
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
    async compact(doc) {
      const compacted = await snapshots.compact(doc)
      if (compacted !== null) await writer.tidy('a little')
      return compacted
    },
    async purge(doc) {
      const compacted = await snapshots.compact(doc)
      await writer.write([statement('DELETE FROM set_aside WHERE doc = ?', doc)])
      await writer.tidy('to the last byte')
      return compacted
    },
  }
}
