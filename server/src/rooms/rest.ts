/** Puts a room's document to rest when nobody has used it for long enough (RM7). */
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import type { DocName } from '../stores/index.ts'
import type { DocKeeper } from './doc-keeper.ts'
import type { RoomDocument } from './room-document.ts'

/** Milliseconds without a use, at least. */
export const REST_AFTER_MS = 1_000
/** And so many times as long as waking takes, so that waking takes a hundredth of the time at most. */
const REST_PER_WAKING = 100

export interface RestParts {
  readonly name: DocName
  readonly document: RoomDocument
  readonly keeper: DocKeeper
  readonly clock: Clock
  readonly log: Log
  /** Resolves when all of it is on disk, in a snapshot if that is worth it. */
  readonly settle: () => Promise<void>
}

export class Rest {
  readonly #parts: RestParts
  #uses = 0
  #lastUse = 0
  #callOff: (() => void) | null = null
  #stopped = false

  constructor(parts: RestParts) {
    this.#parts = parts
  }

  /** Somebody uses the document. */
  used(): void {
    this.#uses += 1
    this.#lastUse = this.#parts.clock.now()
    this.#lookIn(this.#restMs)
  }

  stop(): void {
    this.#stopped = true
    this.#callOff?.()
  }

  get #restMs(): number {
    return Math.max(REST_AFTER_MS, REST_PER_WAKING * this.#parts.document.wakingMs)
  }

  #lookIn(ms: number): void {
    if (this.#callOff !== null || this.#stopped) return
    this.#callOff = this.#parts.clock.after(ms, () => {
      this.#callOff = null
      const left = this.#lastUse + this.#restMs - this.#parts.clock.now()
      if (left > 0) this.#lookIn(left)
      else void this.#rest()
    })
  }

  async #rest(): Promise<void> {
    const { name, document, keeper, log, settle } = this.#parts
    if (document.live === null) return
    const uses = this.#uses
    try {
      await settle()
      const stored = await keeper.stored()
      if (this.#stopped) return
      if (document.live === null) return
      if (!document.live.isWaiting && stored !== null && this.#uses === uses) {
        document.rest(stored)
        return
      }
    } catch (error) {
      log.debug('document stays awake', { doc: name, ...describeError(error) })
    }
    this.#lookIn(this.#restMs)
  }
}
