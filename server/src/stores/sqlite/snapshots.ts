/**
 * Puts a snapshot in the place of updates, with nothing lost whenever the process dies or the disk rots.
 *
 * - **SN1** A snapshot is made off the main thread, through a Y.Doc, of what is on the disk, and packed.
 * - **SN2** It is written beside the one before, which stays, and so do the updates that it covers, until it has been read
 *   back from the disk; then they go in one transaction.
 * - **SN3** What was damaged or unreadable is set aside, never dropped.
 * - **SN4** One at a time: they are in no hurry, and this is one core of not many.
 */
import { Worker } from 'node:worker_threads'
import { AppError } from '@throughline/shared/errors'
import type { Log } from '../../log.ts'
import { OneByOne } from '../../one-by-one.ts'
import type { Compacted } from '../doc-store.ts'
import type { DocName, Seq } from '../names.ts'
import type { PackedSnapshot } from './packed-snapshot.ts'
import { vectorSum, type Part } from './read-document.ts'
import { statement, type Statement } from './write-batch.ts'
import type { Writer } from './writer.ts'

/** What there must be to read back. */
export interface WrittenSnapshot {
  readonly seq: number
  readonly sum: number
  readonly stateVector: Uint8Array
}

export interface MadeSnapshot extends WrittenSnapshot {
  readonly packed: PackedSnapshot
  /** Bytes of the document. */
  readonly size: number
  /** Parts that are not in it. */
  readonly lost: readonly Part[]
}

export type ToSnapshots =
  | { readonly is: 'make'; readonly doc: string }
  | { readonly is: 'read-back'; readonly doc: string; readonly snapshot: WrittenSnapshot }
export type FromSnapshots =
  | { readonly is: 'made'; readonly made: MadeSnapshot | null }
  | { readonly is: 'read-back'; readonly isThere: boolean }
  | { readonly is: 'failed'; readonly message: string }

export interface Snapshots {
  /** Null when there was nothing to do. @throws {AppError} when it came to nothing; then all is as it was before. */
  compact(doc: DocName): Promise<Compacted | null>
  close(): Promise<void>
}

export function setAsideStatement(doc: string, { seq, bytes, sum }: Part): Statement {
  return statement(
    'INSERT OR IGNORE INTO set_aside (doc, seq, bytes, sum) VALUES (?, ?, ?, ?)',
    doc,
    seq,
    bytes,
    Number.isFinite(sum) ? sum : null,
  )
}

export interface SnapshotsParts {
  readonly file: string
  readonly writer: Writer
  readonly log: Log
  /** Another thread than the real one, for tests. */
  readonly script?: URL
}

export function openSnapshots({ file, writer, log, script = SCRIPT }: SnapshotsParts): Snapshots {
  const thread = new SnapshotThread(script, file)
  const turns = new OneByOne()

  const replace = async (doc: DocName): Promise<Compacted | null> => {
    log.debug('snapshot begun', { doc })
    const made = await thread.make(doc)
    if (made === null) {
      log.debug('snapshot not needed', { doc })
      return null
    }
    const { seq, packed, size, sum, stateVector, lost } = made
    // Only while the document is there: its map may have been deleted meanwhile.
    await writer.write([
      statement(
        `INSERT OR REPLACE INTO snapshots (doc, seq, bytes, unpacked, sum, vector, vector_sum)
         SELECT name, ?, ?, ?, ?, ?, ? FROM docs WHERE name = ?`,
        seq,
        packed.bytes,
        packed.unpacked,
        sum,
        stateVector,
        vectorSum(stateVector, sum),
        doc,
      ),
    ])
    if (!(await thread.isThere(doc, { seq, sum, stateVector }))) {
      log.error('snapshot did not read back as it was written', { doc, seq })
      await writer.write([statement('DELETE FROM snapshots WHERE doc = ? AND seq = ?', doc, seq)])
      throw new AppError('storage-unavailable', 'A snapshot did not read back as it was written; is the disk failing?')
    }
    await writer.write([
      ...lost.map((part) => setAsideStatement(doc, part)),
      statement('DELETE FROM snapshots WHERE doc = ? AND seq < ?', doc, seq),
      statement('DELETE FROM updates WHERE doc = ? AND seq <= ?', doc, seq),
    ])
    log.debug('snapshot kept', { doc, seq, bytes: size, packed: packed.bytes.length })
    return { upTo: seq as Seq, bytes: size }
  }

  return {
    compact: (doc) => turns.run(() => replace(doc)),
    close: () => thread.close(),
  }
}

const SCRIPT = new URL('./snapshot-thread.ts', import.meta.url)

/** Started when there is something to do; one that dies takes what it was doing with it, and the next call starts another. */
class SnapshotThread {
  readonly #script: URL
  readonly #file: string
  #worker: Worker | null = null
  #closed = false

  constructor(script: URL, file: string) {
    this.#script = script
    this.#file = file
  }

  async make(doc: DocName): Promise<MadeSnapshot | null> {
    const answer = await this.#ask({ is: 'make', doc })
    return answer.is === 'made' ? answer.made : null
  }

  async isThere(doc: DocName, snapshot: WrittenSnapshot): Promise<boolean> {
    const answer = await this.#ask({ is: 'read-back', doc, snapshot })
    return answer.is === 'read-back' && answer.isThere
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#worker?.terminate()
  }

  /** One question at a time: whoever asks waits for the answer (SN4). */
  #ask(question: ToSnapshots): Promise<FromSnapshots> {
    if (this.#closed) return Promise.reject(new AppError('storage-unavailable', 'The storage is closed.'))
    const worker = this.#living()
    return new Promise((resolve, reject) => {
      const done = () => {
        worker.off('message', answered)
        worker.off('error', refuse)
        worker.off('exit', ended)
      }
      const refuse = (cause: unknown) => {
        done()
        reject(new AppError('storage-unavailable', 'No snapshot could be made.', { cause }))
      }
      const ended = () => refuse(new Error('the snapshot thread has ended'))
      const answered = (answer: FromSnapshots) => {
        if (answer.is === 'failed') return refuse(new Error(answer.message))
        done()
        resolve(answer)
      }
      worker.on('message', answered)
      worker.on('error', refuse)
      worker.on('exit', ended)
      worker.postMessage(question)
    })
  }

  #living(): Worker {
    if (this.#worker !== null) return this.#worker
    const worker = new Worker(this.#script, { workerData: { file: this.#file } })
    // What it says when nobody has asked is heard by nobody, and must not end the process.
    worker.on('error', () => {})
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = null
    })
    worker.unref()
    this.#worker = worker
    return worker
  }
}
