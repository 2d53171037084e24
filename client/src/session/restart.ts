/** A server that restarts: when to come back to it, and how long people need not hear of it. */
import { readComeBack } from '@throughline/shared/protocol'
import type { WebsocketProvider } from 'y-websocket'

/** A restart that takes longer is told. */
export const TOLD_AFTER_MS = 5_000

export class Restart {
  readonly #onOver: () => void
  #telling: ReturnType<typeof setTimeout> | null = null
  #coming: ReturnType<typeof setTimeout> | undefined

  /** `onOver` is called when it has become too long to say nothing. */
  constructor(onOver: () => void) {
    this.#onOver = onOver
  }

  get isShort(): boolean {
    return this.#telling !== null
  }

  /** To be called while the provider closes, before it plans its own return. */
  begins(reason: string, provider: Pick<WebsocketProvider, 'shouldConnect' | 'synced' | 'connect'>): void {
    clearTimeout(this.#coming)
    // One that sends everybody away again and again, or before the map has come, is no short restart.
    if (provider.synced)
      this.#telling ??= setTimeout(() => {
        this.#telling = null
        this.#onOver()
      }, TOLD_AFTER_MS)
    const wait = readComeBack(reason)
    if (wait === null) return
    // Its own return, a fifth of a second from now, does nothing then.
    provider.shouldConnect = false
    this.#coming = setTimeout(() => provider.connect(), wait)
  }

  stop(): void {
    if (this.#telling !== null) clearTimeout(this.#telling)
    this.#telling = null
    clearTimeout(this.#coming)
  }
}
