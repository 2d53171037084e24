/**
 * How fast one socket is read.
 *
 * - **CN5** One that sends more than its allowance is read more slowly; nobody else notices, and nothing is lost.
 */
import type { WebSocket } from 'ws'
import { LIMITS } from '@throughline/shared/schema'
import { Bucket } from '../allowance.ts'
import type { Clock } from '../clock.ts'

export class Inflow {
  readonly #ws: WebSocket
  readonly #clock: Clock
  readonly #messages: Bucket
  readonly #bytes: Bucket
  #lastHeard: number
  #callOffResume: (() => void) | null = null

  constructor(ws: WebSocket, clock: Clock) {
    this.#ws = ws
    this.#clock = clock
    this.#messages = new Bucket(LIMITS.messages, clock.now())
    this.#bytes = new Bucket(LIMITS.messageBytes, clock.now())
    this.#lastHeard = clock.now()
  }

  /** A pause of ours counts as hearing from it: a ping is not heard either meanwhile. */
  get lastHeard(): number {
    return this.#lastHeard
  }

  heard(): void {
    this.#lastHeard = this.#clock.now()
  }

  /** Counts a message. Above the allowance it stops reading for a while and says for how many milliseconds; else 0. */
  count(bytes: number): number {
    this.heard()
    const wait = Math.max(this.#messages.spend(1, this.#lastHeard), this.#bytes.spend(bytes, this.#lastHeard))
    if (wait === 0 || this.#callOffResume !== null) return 0
    this.#ws.pause()
    this.#callOffResume = this.#clock.after(wait, () => {
      this.#callOffResume = null
      this.heard()
      this.#ws.resume()
    })
    return wait
  }

  stop(): void {
    this.#callOffResume?.()
  }
}
