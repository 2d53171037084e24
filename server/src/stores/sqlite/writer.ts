/**
 * Group commit: everything handed over while the last transaction was on its way to the disk goes into the next one.
 *
 * - **GC1** A write resolves when its transaction is on the disk.
 * - **GC2** Writes happen in the order they were handed over.
 * - **GC3** What was handed over in one turn of the event loop goes in one transaction, up to `BATCH_BYTES`.
 */
import { Worker } from 'node:worker_threads'
import { AppError } from '@throughline/shared/errors'
import type { FromWriter, Refusal, Row, ToWriter, Write, WriteResult } from './write-batch.ts'

/** Bytes a transaction may carry before the next one starts: about what a disk takes in 25 ms. */
const BATCH_BYTES = 4 * 1024 * 1024
const SQLITE_FULL = 13

interface Waiting {
  readonly write: Write
  readonly bytes: number
  resolve(rows: readonly (readonly Row[])[]): void
  reject(error: AppError): void
}

export interface Writer {
  write(write: Write): Promise<readonly (readonly Row[])[]>
  close(): Promise<void>
}

function toError({ message, code }: Refusal): AppError {
  const cause = new Error(`SQLite: ${message} (${code})`)
  return code === SQLITE_FULL || /disk is full/.test(message)
    ? new AppError('storage-full', 'The disk is full: nothing more can be saved until there is room.', { cause })
    : new AppError('storage-unavailable', 'The database did not take the change.', { cause })
}

function bytesOf(write: Write): number {
  let bytes = 0
  for (const { values } of write) for (const value of values) if (value instanceof Uint8Array) bytes += value.length
  return bytes
}

export async function startWriter(file: string): Promise<Writer> {
  const script = new URL('./writer-thread.ts', import.meta.url)
  const worker = new Worker(script, { workerData: { file } })
  await new Promise<void>((resolve, reject) => {
    const refuse = (cause: unknown) =>
      reject(new AppError('storage-unavailable', `The database ${file} cannot be opened.`, { cause }))
    worker.once('error', refuse)
    worker.once('message', (message: FromWriter) => {
      if (message.is === 'failed') refuse(new Error(message.message))
      else resolve()
      worker.off('error', refuse)
    })
  })
  return new BatchingWriter(worker)
}

class BatchingWriter implements Writer {
  readonly #worker: Worker
  #waiting: Waiting[] = []
  #underway: Waiting[] = []
  #scheduled = false
  #end: AppError | null = null
  #drained: (() => void) | null = null

  constructor(worker: Worker) {
    this.#worker = worker
    worker.on('message', (message: FromWriter) => {
      if (message.is === 'results') this.#settle(message.results)
    })
    worker.on('error', (cause) => this.#fail(cause))
    worker.on('exit', () => this.#fail(new Error('the writer thread has ended')))
  }

  write(write: Write): Promise<readonly (readonly Row[])[]> {
    if (this.#end !== null) return Promise.reject(this.#end)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ write, bytes: bytesOf(write), resolve, reject })
      this.#schedule()
    })
  }

  async close(): Promise<void> {
    if (this.#end !== null) return
    if (this.#waiting.length + this.#underway.length > 0) {
      await new Promise<void>((resolve) => {
        this.#drained = resolve
      })
    }
    this.#end = new AppError('storage-unavailable', 'The storage is closed.')
    const exited = new Promise((resolve) => this.#worker.once('exit', resolve))
    this.#worker.postMessage({ is: 'close' } satisfies ToWriter)
    await exited
  }

  #schedule(): void {
    if (this.#scheduled || this.#underway.length > 0) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#send()
    })
  }

  #send(): void {
    if (this.#underway.length > 0 || this.#waiting.length === 0) return
    let bytes = 0
    let count = 0
    while (count < this.#waiting.length && (count === 0 || bytes < BATCH_BYTES)) {
      bytes += this.#waiting[count]?.bytes ?? 0
      count += 1
    }
    this.#underway = this.#waiting.splice(0, count)
    this.#worker.postMessage({ is: 'batch', writes: this.#underway.map(({ write }) => write) } satisfies ToWriter)
  }

  #settle(results: readonly WriteResult[]): void {
    const done = this.#underway
    this.#underway = []
    for (const [index, result] of results.entries()) {
      if ('rows' in result) done[index]?.resolve(result.rows)
      else done[index]?.reject(toError(result.refusal))
    }
    this.#send()
    if (this.#underway.length === 0) this.#drained?.()
  }

  #fail(cause: unknown): void {
    this.#end ??= new AppError('storage-unavailable', 'The database is out of reach.', { cause })
    for (const { reject } of [...this.#underway, ...this.#waiting]) reject(this.#end)
    this.#underway = []
    this.#waiting = []
    this.#drained?.()
  }
}
