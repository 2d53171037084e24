/**
 * Group commit: everything handed over while the last transaction was on its way to the disk goes into the next one.
 *
 * - **GC1** A write resolves when its transaction is on the disk.
 * - **GC2** Writes happen in the order they were handed over.
 * - **GC3** What was handed over in one turn of the event loop goes in one transaction, up to `BATCH_BYTES`.
 * - **GC4** When the thread ends, what was underway is refused and a new thread takes over; only when that fails again
 *   and again is the storage lost.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { AppError } from '@throughline/shared/errors'
import { describeError, type Log } from '../../log.ts'
import type { FromWriter, Refusal, Row, Thoroughness, ToWriter, Write, WriteResult } from './write-batch.ts'

/** Bytes a transaction may carry before the next one starts: about what a disk takes in 25 ms. */
const BATCH_BYTES = 4 * 1024 * 1024
const SQLITE_FULL = 13
/** A write that was refused for another reason than a full disk: a quota, or a limit on the size of files. */
const SQLITE_IOERR_WRITE = 778
/** The index of the write-ahead log could not grow. */
const SQLITE_IOERR_SHMSIZE = 4874
const NO_ROOM: ReadonlySet<number> = new Set([SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_SHMSIZE])

interface Waiting {
  readonly write: Write
  readonly bytes: number
  resolve(rows: readonly (readonly Row[])[]): void
  reject(error: AppError): void
}

export interface Writer {
  /** How many writes have been refused so far. */
  readonly refused: number
  write(write: Write): Promise<readonly (readonly Row[])[]>
  /** Puts the files in order, behind all writes so far. @throws {AppError} when somebody reads for too long. */
  tidy(how: Thoroughness): Promise<void>
  close(): Promise<void>
}

const isNoRoom = ({ message, code }: Refusal) => NO_ROOM.has(code) || /disk is full/.test(message)

function toError({ message, code }: Refusal): AppError {
  const cause = new Error(`SQLite: ${message} (${code})`)
  return isNoRoom({ message, code })
    ? new AppError('storage-full', 'The disk is full: nothing more can be saved until there is room.', { cause })
    : new AppError('storage-unavailable', 'The database did not take the change.', { cause })
}

function bytesOf(write: Write): number {
  let bytes = 0
  for (const { values } of write) for (const value of values) if (value instanceof Uint8Array) bytes += value.length
  return bytes
}

export interface WriterOptions {
  readonly log: Log
  /** Called once, when the thread cannot be brought back: nothing can be saved any more. */
  readonly onLost: () => void
  /** Another thread than the real one, for tests. */
  readonly script?: URL
}

const SCRIPT = new URL('./writer-thread.ts', import.meta.url)

export async function startWriter(file: string, { log, onLost, script = SCRIPT }: WriterOptions): Promise<Writer> {
  const start = () => startThread(script, file)
  return new BatchingWriter({ start, log, onLost }, await start())
}

function cannotOpen(file: string, refusal: Refusal): AppError {
  const cause = new Error(`SQLite: ${refusal.message} (${refusal.code})`)
  return isNoRoom(refusal)
    ? new AppError('storage-full', `The database ${file} cannot be opened: its disk is full. Make room, then start.`, {
        cause,
      })
    : new AppError('storage-unavailable', `The database ${file} cannot be opened.`, { cause })
}

function startThread(script: URL, file: string): Promise<Worker> {
  const worker = new Worker(script, { workerData: { file } })
  return new Promise((resolve, reject) => {
    const refuse = (message: string) => reject(cannotOpen(file, { message, code: 0 }))
    const failed = (error: Error) => refuse(error.message)
    const exited = () => refuse('the writer thread ended before it was ready')
    worker.once('error', failed)
    worker.once('exit', exited)
    worker.once('message', (message: FromWriter) => {
      if (message.is === 'failed') reject(cannotOpen(file, message.refusal))
      else resolve(worker)
      worker.off('error', failed)
      worker.off('exit', exited)
    })
  })
}

interface WriterParts {
  readonly start: () => Promise<Worker>
  readonly log: Log
  readonly onLost: () => void
}

/** A backup of a large database reads for some seconds; whoever deletes for good waits so long for it. */
const TIDY_ATTEMPTS = 20
const TIDY_AGAIN_MS = 500

/** Threads in a row that may end without having written anything. */
const RESTARTS = 3

class BatchingWriter implements Writer {
  readonly #parts: WriterParts
  #worker: Worker
  #waiting: Waiting[] = []
  #underway: Waiting[] = []
  #tidying: { resolve(done: boolean): void; reject(error: AppError): void }[] = []
  #scheduled = false
  /** Why nothing can be written now; null while it can. */
  #end: AppError | null = null
  #closing = false
  #restarts = 0
  #refused = 0
  #drained: (() => void) | null = null

  constructor(parts: WriterParts, worker: Worker) {
    this.#parts = parts
    this.#worker = worker
    this.#adopt(worker)
  }

  get refused(): number {
    return this.#refused
  }

  write(write: Write): Promise<readonly (readonly Row[])[]> {
    if (this.#end !== null) return Promise.reject(this.#end)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ write, bytes: bytesOf(write), resolve, reject })
      this.#schedule()
    })
  }

  async tidy(how: Thoroughness): Promise<void> {
    for (let attempt = 1; attempt <= TIDY_ATTEMPTS; attempt += 1) {
      if (await this.#tidyOnce(how)) return
      await pause(TIDY_AGAIN_MS)
    }
    throw new AppError(
      'storage-unavailable',
      'It is deleted, but a backup that is being made still needs the old bytes; they go with the next thing deleted.',
    )
  }

  #tidyOnce(how: Thoroughness): Promise<boolean> {
    if (this.#end !== null) return Promise.reject(this.#end)
    return new Promise((resolve, reject) => {
      this.#tidying.push({ resolve, reject })
      this.#worker.postMessage({ is: 'tidy', how } satisfies ToWriter)
    })
  }

  async close(): Promise<void> {
    this.#closing = true
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
    this.#restarts = 0
    for (const [index, result] of results.entries()) {
      if ('rows' in result) done[index]?.resolve(result.rows)
      else {
        this.#refused += 1
        done[index]?.reject(toError(result.refusal))
      }
    }
    this.#send()
    if (this.#underway.length === 0) this.#drained?.()
  }

  #adopt(worker: Worker): void {
    this.#worker = worker
    this.#end = null
    let cause: unknown = new Error('the writer thread has ended')
    worker.on('message', (message: FromWriter) => {
      if (message.is === 'results') this.#settle(message.results)
      if (message.is === 'tidied') this.#tidying.shift()?.resolve(message.done)
    })
    worker.on('error', (error) => (cause = error))
    worker.on('exit', () => this.#fail(cause))
  }

  /** GC4. Whether the last transaction is on the disk nobody knows: who waited for it is told that it may not be. */
  #fail(cause: unknown): void {
    const end = new AppError('storage-unavailable', 'The database is out of reach.', { cause })
    this.#end ??= end
    for (const { reject } of [...this.#underway, ...this.#waiting, ...this.#tidying.splice(0)]) reject(end)
    this.#underway = []
    this.#waiting = []
    this.#drained?.()
    if (!this.#closing) void this.#restart(cause)
  }

  async #restart(cause: unknown): Promise<void> {
    const { start, log, onLost } = this.#parts
    log.error('writer thread ended', describeError(cause))
    this.#restarts += 1
    if (this.#restarts > RESTARTS) {
      onLost()
      return
    }
    try {
      const worker = await start()
      this.#adopt(worker)
      log.warn('writer thread started again', { times: this.#restarts })
      if (this.#closing) await this.close()
    } catch (error) {
      await this.#restart(error)
    }
  }
}
