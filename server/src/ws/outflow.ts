/**
 * What goes out on one socket, and how much of it is still owed to its reader.
 *
 * - **CN4** One that does not read is not buffered for: presence stops first, then the document, then the connection.
 */
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { LIMITS } from '@throughline/shared/schema'
import type { Clock } from '../clock.ts'
import type { TickFrames } from '../rooms/index.ts'

export class Outflow {
  readonly #ws: WebSocket
  readonly #socket: Duplex
  readonly #clock: Clock
  #lastSent: number
  /** Since when document frames are held back; null while they are not. */
  #behindSince: number | null = null

  /** `socket` is the same connection underneath, for frames that were made once for everybody. */
  constructor(ws: WebSocket, socket: Duplex, clock: Clock) {
    this.#ws = ws
    this.#socket = socket
    this.#clock = clock
    this.#lastSent = clock.now()
  }

  /** When the last data frame went out. */
  get lastSent(): number {
    return this.#lastSent
  }

  /** One message. */
  send(payload: Uint8Array): void {
    if (this.#ws.readyState !== this.#ws.OPEN) return
    this.#lastSent = this.#clock.now()
    this.#ws.send(payload)
  }

  /** Whole messages, made for this one or for several. */
  sendMade(messages: Buffer): void {
    if (this.#ws.readyState !== this.#ws.OPEN) return
    this.#lastSent = this.#clock.now()
    this.#socket.write(messages)
  }

  /** What can be left out when its reader is slow. */
  write({ doc, presence, both }: TickFrames): void {
    const owed = this.#socket.writableLength
    if (doc !== null && (this.#behindSince !== null || owed > LIMITS.behind.changes)) {
      this.#behindSince ??= this.#clock.now()
      return
    }
    const bytes = owed > LIMITS.behind.presence ? doc : this.#behindSince === null ? both : presence
    if (bytes !== null) this.sendMade(bytes)
  }

  /** It owes too much, or has been behind for too long. */
  isStuck(now: number): boolean {
    const isBehindTooLong = this.#behindSince !== null && now - this.#behindSince > LIMITS.behind.ms
    return isBehindTooLong || this.#socket.writableLength > LIMITS.behind.cut
  }

  /** Once, after document frames were left out and the reader has caught up: then it needs the whole document. */
  takeCaughtUp(): boolean {
    if (this.#behindSince === null || this.#socket.writableLength >= LIMITS.behind.presence) return false
    this.#behindSince = null
    return true
  }
}
