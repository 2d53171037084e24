/**
 * A server that lets everybody in and sends them away again, for want of room, say: the map arrives each time, so the
 * provider takes each return for a success and would be back within half a second, for ever.
 *
 * - **SR1** Each return in a row waits longer, to some ten seconds; the first and the one after something was saved are quick.
 * - **SR2** Waits are spread, so that sixty people who were sent away together do not come back together.
 */
import type { WebsocketProvider } from 'y-websocket'

const FIRST_MS = 400
/** Nobody is to wait longer than this for a server that can save again. */
export const MOST_MS = 10_000
/** Beyond it the wait no longer grows. */
const MOST_DOUBLINGS = 5

export class SlowReturn {
  readonly #random: () => number
  #times = 0
  #coming: ReturnType<typeof setTimeout> | undefined

  /** `random` gives 0 to 1. */
  constructor(random: () => number = Math.random) {
    this.#random = random
  }

  /** To be called while the provider closes, before it plans its own return. */
  begins(provider: Pick<WebsocketProvider, 'shouldConnect' | 'connect'>): void {
    clearTimeout(this.#coming)
    const most = Math.min(FIRST_MS * 2 ** this.#times, MOST_MS)
    this.#times = Math.min(this.#times + 1, MOST_DOUBLINGS)
    // Its own return does nothing then.
    provider.shouldConnect = false
    this.#coming = setTimeout(() => provider.connect(), most * (0.5 + this.#random() / 2))
  }

  /** Something was saved: the next time is a first one. */
  succeeded(): void {
    this.#times = 0
  }

  stop(): void {
    clearTimeout(this.#coming)
  }
}
