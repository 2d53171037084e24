/**
 * Prints briefs, and the minutes of workshops, in a process of their own; there, too, it composes the briefs of maps that
 * nobody has open.
 *
 * - **PR1** A brief that takes longer than the limit fails with a sentence; the next one is printed all the same.
 * - **PR2** One after the other, in the order they came; a crash costs the brief it happened in and no other.
 * - **PR3** A process that has had nothing to do for a while is ended; it never outlives its parent.
 * - **PR4** One stands ready before anybody asks, where that is wanted: to begin one stops everybody else in the server, for as
 *   long as it takes to copy its page tables and touch its memory again, and that had better be while nobody is there.
 */
import { invariant } from '@throughline/shared/base'
import { AppError } from '@throughline/shared/errors'
import { codeOf, type Brief, type Design, type Paper } from '@throughline/shared/brief'
import type { Minutes } from '@throughline/shared/minutes'
import { fork, type ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { ComposedStored, StoredOptions } from './compose-stored.ts'
import type { ComposedBrief, PrintedFile, PrintFormat, PrintJob, PrintReply, PrintWish } from './print-child.ts'

export interface Printed {
  readonly file: Uint8Array
  /** Blocks of the brief that the page has no room for. */
  readonly leftOut: number
  /** Letters that none of our fonts has. */
  readonly missing: readonly string[]
}

export interface PrintOptions {
  readonly paper: Paper
  readonly design: Design
  readonly format: PrintFormat
  /** The bytes of the brief's logo. */
  readonly logo?: Uint8Array | undefined
}

export interface BriefPrinter {
  /** Resolves when nothing waits to be printed, whatever is being printed. */
  whenReady(): Promise<void>
  print(brief: Brief, options: PrintOptions): Promise<Printed>
  /** The brief of a map, out of its stored document. */
  compose(parts: readonly Uint8Array[], options: StoredOptions): Promise<ComposedStored>
  /** As a PDF of as many pages as they need. */
  printMinutes(minutes: Minutes, paper: Paper): Promise<Uint8Array>
  /** Ends the process; briefs that still wait fail. */
  close(): Promise<void>
}

export interface PrinterOptions {
  readonly log?: { warn(message: string, fields?: Readonly<Record<string, unknown>>): void }
  /** For one brief; a process that has just been started gets `START_MS` more, to read its fonts. */
  readonly limitMs?: number
  readonly startMs?: number
  readonly idleMs?: number
  /** After so long a process is begun ahead, and anew when an idle one was ended; without it, when there is a page to set. */
  readonly aheadMs?: number
  /** The file that the process runs. */
  readonly child?: string
}

interface Waiting {
  readonly job: PrintJob
  readonly resolve: (done: PrintedFile | ComposedBrief) => void
  readonly reject: (error: AppError) => void
}

/** A page of marks alone takes four seconds; the child steps back behind those who edit, and has a tenth of a busy core. */
const LIMIT_MS = 60_000
/** 40 MB of fonts: half a second alone, several on a busy machine. */
const START_MS = 30_000
const IDLE_MS = 10 * 60_000
const CHILD = fileURLToPath(new URL('./print-child.ts', import.meta.url))

export function createBriefPrinter(options: PrinterOptions = {}): BriefPrinter {
  return new ProcessPrinter(options)
}

class ProcessPrinter implements BriefPrinter {
  readonly #options: Required<Omit<PrinterOptions, 'log' | 'aheadMs'>> & Pick<PrinterOptions, 'log' | 'aheadMs'>
  readonly #queue: Waiting[] = []
  readonly #waiters: (() => void)[] = []
  #current: Waiting | null = null
  #child: ChildProcess | null = null
  /** Whether the process has still to read its fonts. */
  #isNew = true
  #timer: NodeJS.Timeout | undefined
  #nextId = 1
  #closed = false

  constructor({ limitMs = LIMIT_MS, startMs = START_MS, idleMs = IDLE_MS, child = CHILD, ...rest }: PrinterOptions) {
    this.#options = { limitMs, startMs, idleMs, child, ...rest }
    this.#beginAhead()
  }

  #beginAhead(): void {
    const { aheadMs } = this.#options
    if (aheadMs === undefined || this.#closed) return
    this.#timer = setTimeout(() => this.#running(), aheadMs)
    this.#timer.unref()
  }

  async print(brief: Brief, options: PrintOptions): Promise<Printed> {
    return this.#printed(await this.#ask({ is: 'brief', brief, ...options }))
  }

  async printMinutes(minutes: Minutes, paper: Paper): Promise<Uint8Array> {
    return this.#printed(await this.#ask({ is: 'minutes', minutes, paper })).file
  }

  async compose(parts: readonly Uint8Array[], options: StoredOptions): Promise<ComposedStored> {
    const done = await this.#ask({ is: 'compose', parts, options })
    invariant(done.is === 'composed', 'a wish to compose is answered with a brief')
    return done.brief
  }

  #printed(done: PrintedFile | ComposedBrief): Printed {
    invariant(done.is === 'printed', 'a wish to print is answered with a file')
    const { file, leftOut, missing, accessible } = done
    if (!accessible) {
      this.#options.log?.warn('brief printed without the PDF/UA claim', { letters: missing.map(codeOf).join(' ') })
    }
    return { file, leftOut, missing }
  }

  #ask(wish: PrintWish): Promise<PrintedFile | ComposedBrief> {
    if (this.#closed) return Promise.reject(closing())
    const { promise, resolve, reject } = Promise.withResolvers<PrintedFile | ComposedBrief>()
    this.#queue.push({ job: { id: this.#nextId, ...wish }, resolve, reject })
    this.#nextId += 1
    this.#next()
    return promise
  }

  whenReady(): Promise<void> {
    if (this.#closed || this.#queue.length === 0) return Promise.resolve()
    return new Promise((resolve) => this.#waiters.push(resolve))
  }

  #tellReady(): void {
    if (this.#queue.length > 0) return
    for (const tell of this.#waiters.splice(0)) tell()
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    const waiting = [...(this.#current === null ? [] : [this.#current]), ...this.#queue.splice(0)]
    this.#current = null
    for (const { reject } of waiting) reject(closing())
    this.#tellReady()
    await this.#end()
  }

  #next(): void {
    if (this.#current !== null) return
    const next = this.#queue.shift()
    this.#tellReady()
    clearTimeout(this.#timer)
    if (next === undefined) {
      this.#timer = setTimeout(() => void this.#end().then(() => this.#beginAhead()), this.#options.idleMs)
      this.#timer.unref()
      return
    }
    this.#current = next
    const child = this.#running()
    const limit = this.#options.limitMs + (this.#isNew ? this.#options.startMs : 0)
    this.#timer = setTimeout(() => this.#overrun(), limit)
    child.send(next.job)
  }

  #running(): ChildProcess {
    if (this.#child !== null) return this.#child
    const child = fork(this.#options.child, [], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    stepBack(child.pid)
    // An idle printer keeps nobody's process alive.
    child.unref()
    child.channel?.unref()
    child.on('message', (reply: PrintReply) => this.#answered(child, reply))
    child.on('exit', (code, signal) => this.#gone(child, `exit ${code ?? signal}`))
    child.on('error', (error) => this.#gone(child, error.message))
    this.#child = child
    this.#isNew = true
    return child
  }

  #answered(child: ChildProcess, reply: PrintReply): void {
    const current = this.#current
    if (child !== this.#child || current?.job.id !== reply.id) return
    this.#current = null
    this.#isNew = false
    if (reply.ok) current.resolve(reply)
    else current.reject(notSet(reply.why))
    this.#next()
  }

  #overrun(): void {
    this.#fail(
      new AppError('unexpected', 'The page took too long to set. Markdown and HTML say the same.'),
      'time limit',
    )
  }

  #gone(child: ChildProcess, how: string): void {
    if (child !== this.#child) return
    this.#child = null
    if (this.#current === null) return
    this.#fail(notSet(how), how)
  }

  #fail(error: AppError, how: string): void {
    const current = this.#current
    this.#current = null
    this.#options.log?.warn('brief not printed', { how })
    this.#child?.kill('SIGKILL')
    this.#child = null
    current?.reject(error)
    this.#next()
  }

  async #end(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    const { promise, resolve } = Promise.withResolvers<void>()
    child.once('exit', () => resolve())
    child.ref()
    child.kill('SIGKILL')
    await promise
  }
}

/**
 * A tenth of what others get: with a third, a room of fifty on the same core waited 0.3 to 0.5 s (p99) while twenty briefs were
 * made (`pnpm bench --only brief`), and the last of them came no sooner.
 */
const BEHIND = 10

/** Whoever edits goes before whoever prints, where both want the processor. */
function stepBack(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    setPriority(pid, BEHIND)
  } catch {
    // It has ended already, or the system knows no such thing: then all are alike.
  }
}

function notSet(why: string): AppError {
  return new AppError('unexpected', 'The page could not be set; the log has the details.', { cause: new Error(why) })
}

function closing(): AppError {
  return new AppError('restarting', 'The server is stopping; ask again in a moment.')
}
