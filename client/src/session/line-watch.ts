/**
 * Whether anybody is still at the other end. A line that dies without a word looks open for minutes, and people would
 * read "Saved" under words that go nowhere; so after a little quiet a probe is sent, and no answer in time means dead.
 *
 * - **LW1** A line that is dead is found out within `QUIET_MS + PATIENCE_MS` and one tick: 9 s.
 * - **LW2** Bytes still on their way, or a page that was asleep, are no reason to call it dead.
 */
export const TICK_MS = 1_000
const QUIET_MS = 3_000
const PATIENCE_MS = 5_000
/** Ticks come late when the page has slept or was busy: then what has arrived may not have been read yet. */
const LATE_MS = 3_000
/** A large change takes its time on a slow line, and the answer waits behind it. */
const SLOWEST_BYTES_PER_MS = 64
const SMALL_BYTES = 64 * 1024

export type LineNeeds = 'nothing' | 'probe' | 'end'

/** What a look at the socket tells; times in epoch milliseconds. */
export interface LineFacts {
  /** When anything last came. */
  readonly heardAt: number
  /** Bytes that the browser has not handed to the network yet. */
  readonly owed: number
  /** Bytes sent since the line was opened. */
  readonly sent: number
}

export class LineWatch {
  #openedAt: number
  #askedAt: number | null = null
  #tickedAt: number
  #owed = 0
  #sentWhenHeard = 0
  #heardAt = 0
  #doubts = false

  constructor(now: number) {
    this.#openedAt = now
    this.#tickedAt = now
  }

  /** Something says that the line may be gone (the browser's `offline`): the next tick asks. */
  doubt(): void {
    this.#doubts = true
  }

  /** When the probe went out that has no answer yet; `Infinity` where nothing is owed. */
  silentSince(heardAt: number): number {
    return this.#askedAt === null || heardAt >= this.#askedAt ? Number.POSITIVE_INFINITY : this.#askedAt
  }

  tick(now: number, { heardAt, owed, sent }: LineFacts): LineNeeds {
    const late = now - this.#tickedAt > LATE_MS
    const moves = owed < this.#owed
    this.#tickedAt = now
    this.#owed = owed
    if (heardAt !== this.#heardAt) this.#sentWhenHeard = sent
    this.#heardAt = heardAt
    const answered = this.#askedAt === null || heardAt >= this.#askedAt
    if (answered) return this.#askIfQuiet(now)
    if (late || moves) this.#askedAt = now
    const owing = sent - this.#sentWhenHeard
    const patience = PATIENCE_MS + (owing > SMALL_BYTES ? owing / SLOWEST_BYTES_PER_MS : 0)
    return now - (this.#askedAt ?? now) >= patience ? 'end' : 'nothing'
  }

  #askIfQuiet(now: number): LineNeeds {
    const quiet = now - Math.max(this.#heardAt, this.#openedAt)
    this.#askedAt = null
    if (quiet < QUIET_MS && !this.#doubts) return 'nothing'
    this.#doubts = false
    this.#askedAt = now
    return 'probe'
  }
}
