/**
 * The thread that makes snapshots: it reads a document from the database, builds it and encodes it, so that nobody who
 * is typing waits for that; and it reads back from the disk what the writer has written. It writes nothing.
 */
import { crc32 } from 'node:zlib'
import { parentPort, workerData } from 'node:worker_threads'
import { invariant } from '@throughline/shared/base'
import { snapshotOf } from '../../rooms/snapshot-of.ts'
import { openForReading } from './open-database.ts'
import { packSnapshot, unpackSnapshot } from './packed-snapshot.ts'
import { documentReader, type Part } from './read-document.ts'
import type { FromSnapshots, MadeSnapshot, ToSnapshots, WrittenSnapshot } from './snapshots.ts'

invariant(parentPort, 'snapshots are made in a worker thread')
const port = parentPort
const { file } = workerData as { file: string }
const db = openForReading(file)
const reader = documentReader(db)

/** Null when there is one sound snapshot, and nothing after it. */
function make(doc: string): MadeSnapshot | null {
  const { head, snapshot, tail, damaged, passedOver, hasMore } = reader.read(doc)
  const isDone = snapshot !== null && !hasMore && damaged.length + passedOver.length + tail.length === 0
  if (isDone || head.seq === 0) return null
  const parts = snapshot === null ? tail : [snapshot, ...tail]
  const { state, stateVector, unreadable } = snapshotOf(parts.map(({ bytes }) => bytes))
  const lost: Part[] = [...damaged, ...parts.filter((_, index) => unreadable.includes(index))]
  return { seq: head.seq, packed: packSnapshot(state), size: state.length, sum: crc32(state), stateVector, lost }
}

/** A connection of its own, so that nothing that this one has cached answers in the disk's place. */
function isThere(doc: string, { seq, sum, stateVector }: WrittenSnapshot): boolean {
  const fresh = openForReading(file)
  try {
    const row = fresh.prepare('SELECT bytes, unpacked, vector FROM snapshots WHERE doc = ? AND seq = ?').get(doc, seq)
    const [bytes, vector] = [unpackSnapshot(row ?? {}), row?.['vector']]
    if (!(vector instanceof Uint8Array) || crc32(bytes) !== sum) return false
    const again = snapshotOf([bytes])
    if (again.unreadable.length > 0) return false
    return [again.stateVector, vector].every((one) => Buffer.compare(one, stateVector) === 0)
  } finally {
    fresh.close()
  }
}

function answer(message: ToSnapshots): FromSnapshots {
  try {
    return message.is === 'make'
      ? { is: 'made', made: make(message.doc) }
      : { is: 'read-back', isThere: isThere(message.doc, message.snapshot) }
  } catch (error) {
    return { is: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

port.on('message', (message: ToSnapshots) => port.postMessage(answer(message)))
