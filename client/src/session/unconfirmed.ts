/**
 * Since when edits made here have been without a receipt: whoever sets the same value while one of them is late has done
 * so without knowing of it, as if this page had been offline.
 *
 * - **UC1** Two people who write at the same moment on a line that works are told nothing: a receipt is there in a round trip.
 * - **UC2** On a line that brings things late everything unconfirmed is late once the first of it has waited `LATE_MS`.
 */

/** Six times what a slow mobile line takes there and back; and the quiet after which `line-watch.ts` begins to doubt. */
export const LATE_MS = 3_000

interface Edit {
  /** The sync frame of the connection that carries it. */
  readonly frame: number
  /** Epoch milliseconds. */
  readonly since: number
}

export class Unconfirmed {
  #edits: Edit[] = []
  #isCarried = false

  /** An edit has gone out with this frame; `since` is earlier than now where the line had been silent already. */
  sent(frame: number, since: number): void {
    this.#edits.push({ frame, since })
  }

  /** A receipt covers this many frames. */
  receipted(frames: number): void {
    this.#edits = this.#edits.filter(({ frame }) => frame > frames)
  }

  /** A new connection begins, and counts anew: what waits goes out with its first answer, however late that is. */
  carry(waits: boolean): void {
    this.#edits = []
    this.#isCarried = waits
  }

  /** Receipts cover everything. */
  clear(): void {
    this.carry(false)
  }

  isLate(now: number): boolean {
    const [first] = this.#edits
    return this.#isCarried || (first !== undefined && now - first.since >= LATE_MS)
  }
}
