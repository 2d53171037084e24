/**
 * Everybody who listens to a workshop, by server-sent events: each event is the whole workshop as that person may see it,
 * so that one which is left out does no harm; or, to whoever asked for that, what is new since the last that was sent.
 *
 * - **SR1** No stream is silent for 20 s, so that nothing on the way takes it for dead.
 * - **SR2** A stream ends with its key, its map and this process.
 * - **SR3** Whoever does not read gets nothing more until they have, and is cut in the end.
 */
import type { ServerResponse } from 'node:http'
import { AppError } from '@throughline/shared/errors'
import { LIMITS, type MapId } from '@throughline/shared/schema'
import type { Caller } from '../access/index.ts'
import type { Clock } from '../clock.ts'
import { GZIP_HEAD, pack, wrap } from './packing.ts'
import type { Said } from './wire.ts'

const SWEEP_MS = 1_000
const SILENCE_AT_MOST_MS = 12_000
/** An event of the largest workshop has some hundred kilobytes. */
const BEHIND_BYTES = 1024 * 1024

export interface Told {
  readonly said: Said
  readonly at: number
}

export interface StreamForm {
  /** What is new alone, in place of the whole view. */
  readonly inParts?: boolean
  /** With gzip. */
  readonly packed?: boolean
}

export class Stream {
  readonly caller: Caller
  readonly address: string
  /** Whether it is told what is new alone. */
  readonly inParts: boolean
  /** What it was told last, to leave out what says the same. */
  told: Told | null = null
  readonly #response: ServerResponse
  readonly #isPacked: boolean
  #lastSent: number
  #behindSince: number | null = null

  constructor(caller: Caller, address: string, response: ServerResponse, now: number, as: StreamForm = {}) {
    this.caller = caller
    this.address = address
    this.inParts = as.inParts === true
    this.#isPacked = as.packed === true
    this.#response = response
    this.#lastSent = now
  }

  get map(): MapId {
    return this.caller.map
  }

  get person(): string {
    return this.caller.personId
  }

  /** SR3. */
  get isBehind(): boolean {
    return this.#response.writableLength > BEHIND_BYTES
  }

  /** One event, of pieces of JSON. */
  send(pieces: readonly (string | Buffer)[], now: number): void {
    this.#response.cork()
    this.#write('data: ', now)
    for (const piece of pieces) this.#write(piece, now)
    this.#write('\n\n', now)
    this.#response.uncork()
  }

  sweep(now: number): void {
    if (!this.isBehind) this.#behindSince = null
    else this.#behindSince ??= now
    const { expiresAt } = this.caller.key
    const isStuck = this.#behindSince !== null && now - this.#behindSince > LIMITS.behind.ms
    if (isStuck) this.#response.destroy()
    else if (expiresAt !== null && expiresAt <= now) this.end()
    else if (now - this.#lastSent >= SILENCE_AT_MOST_MS) this.#write(':\n\n', now)
  }

  end(): void {
    this.#response.end()
  }

  #write(text: string | Buffer, now: number): void {
    if (this.#response.writableEnded || this.#response.destroyed) return
    this.#lastSent = now
    // Not before there is something to say: what is refused is answered as it is.
    if (this.#isPacked && !this.#response.headersSent) {
      this.#response.setHeader('Content-Encoding', 'gzip')
      this.#response.write(GZIP_HEAD)
    }
    if (this.#isPacked) this.#response.write(typeof text === 'string' ? wrap(Buffer.from(text)) : pack(text))
    else this.#response.write(text)
  }
}

export class Streams {
  readonly #open = new Set<Stream>()
  readonly #stop: () => void

  constructor(clock: Clock) {
    this.#stop = clock.every(SWEEP_MS, () => {
      const now = clock.now()
      for (const stream of [...this.#open]) stream.sweep(now)
    })
  }

  get size(): number {
    return this.#open.size
  }

  /** @throws {AppError} `slow-down` when there are as many as there may be. */
  add(stream: Stream): void {
    const { map, address } = stream
    if (this.of(map).length >= LIMITS.connectionsPerMap)
      throw new AppError('slow-down', 'Too many people listen to this workshop.')
    const fromThere = [...this.#open].filter((one) => one.address === address).length
    if (fromThere >= LIMITS.connectionsPerAddress)
      throw new AppError('slow-down', 'Too many connections from this address.')
    this.#open.add(stream)
  }

  remove(stream: Stream): void {
    this.#open.delete(stream)
  }

  of(map: MapId): readonly Stream[] {
    return [...this.#open].filter((stream) => stream.map === map)
  }

  endWhere(matches: (stream: Stream) => boolean): void {
    for (const stream of [...this.#open]) if (matches(stream)) stream.end()
  }

  stop(): void {
    this.#stop()
  }
}
