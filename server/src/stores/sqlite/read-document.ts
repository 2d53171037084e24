/** A document as it lies in the database, for every thread that reads it. */
import { crc32 } from 'node:zlib'
import type { DatabaseSync } from 'node:sqlite'
import type { EpochMs } from '@throughline/shared/schema'
import type { DocHead } from '../doc-store.ts'
import type { Seq } from '../names.ts'
import { unpackSnapshot } from './packed-snapshot.ts'
import type { Row } from './write-batch.ts'

export interface Part {
  /** Of an update; of a snapshot, the last update that it covers. */
  readonly seq: number
  readonly bytes: Uint8Array
  readonly sum: number
}

export interface SnapshotPart extends Part {
  /** How far it goes; null when that was not kept, or is damaged. */
  readonly vector: Uint8Array | null
  readonly isVectorDamaged: boolean
}

export interface ReadDocument {
  readonly head: DocHead
  /** The newest snapshot whose bytes are what was written. */
  readonly snapshot: SnapshotPart | null
  /** The sound updates after it, oldest first. */
  readonly tail: readonly Part[]
  /** What is not what was written, and so is missing. */
  readonly damaged: readonly Part[]
  /** Damaged snapshots that are not missed: an older one and the updates after it say the same. */
  readonly passedOver: readonly Part[]
  /** Whether there is more than one snapshot and the updates after it. */
  readonly hasMore: boolean
}

export const isSound = ({ bytes, sum }: Part) => crc32(bytes) === sum

function asPart({ seq, bytes, sum }: Row): Part {
  return { seq: Number(seq), bytes: bytes instanceof Uint8Array ? bytes : new Uint8Array(), sum: Number(sum) }
}

/** The sum of a snapshot's state vector: it goes on from that of the snapshot, so that it fits no other. */
export const vectorSum = (vector: Uint8Array, snapshotSum: number) => crc32(vector, snapshotSum)

function asSnapshot(row: Row): SnapshotPart {
  const part = asPart({ ...row, bytes: unpackSnapshot(row) })
  const { vector } = row
  if (!(vector instanceof Uint8Array)) return { ...part, vector: null, isVectorDamaged: false }
  const isWhole = vectorSum(vector, part.sum) === Number(row['vector_sum'])
  return { ...part, vector: isWhole ? vector : null, isVectorDamaged: !isWhole }
}

export function documentReader(db: DatabaseSync) {
  const headRow = db.prepare('SELECT seq, changed_at AS at FROM docs WHERE name = ?')
  const snapshotRows = db.prepare(
    'SELECT seq, bytes, unpacked, sum, vector, vector_sum FROM snapshots WHERE doc = ? ORDER BY seq DESC',
  )
  const updateRows = db.prepare('SELECT seq, bytes, sum FROM updates WHERE doc = ? ORDER BY seq')

  const head = (doc: string): DocHead => {
    const row = headRow.get(doc)
    return {
      seq: Number(row?.['seq'] ?? 0) as Seq,
      changedAt: row === undefined ? null : (Number(row['at']) as EpochMs),
    }
  }

  /** In one transaction: a snapshot that takes the place of updates between two looks would hide both. */
  const rows = (doc: string) => {
    db.exec('BEGIN')
    try {
      return { newest: head(doc), snapshots: snapshotRows.all(doc), updates: updateRows.all(doc) }
    } finally {
      db.exec('COMMIT')
    }
  }

  const read = (doc: string): ReadDocument => {
    const found = rows(doc)
    const { newest } = found
    const snapshots = found.snapshots.map(asSnapshot)
    const updates = found.updates.map(asPart)
    const snapshot = snapshots.find(isSound) ?? null
    const covered = snapshot?.seq ?? 0
    const after = updates.filter(({ seq }) => seq > covered)
    const rotten = snapshots.filter(({ seq }) => seq > covered)
    // Updates are numbered without gaps: when as many follow as should, nothing but the snapshot itself is amiss.
    const isMissed = after.length < newest.seq - covered
    return {
      head: newest,
      snapshot,
      tail: after.filter(isSound),
      damaged: [...(isMissed ? rotten : []), ...after.filter((part) => !isSound(part))],
      passedOver: isMissed ? [] : rotten,
      hasMore: snapshots.length > 1 || updates.length > after.length,
    }
  }
  return { head, read }
}
