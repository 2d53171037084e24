/**
 * When a room tells its members: at once when it is quiet, else once a tick.
 *
 * - **PA1** A tick of the document is twelve times as long as telling everybody took the last time, so that telling takes a
 *   thirteenth of the time at most: short while the room is small or the processor idle, longer as the crowd grows or other
 *   rooms and processes crowd it out.
 * - **PA2** It is never shorter than a millisecond a member up to `SHORTEST_MS`, and never longer than `LONGEST_MS`.
 * - **PA3** Pointers never come faster than `FRAME_MS`; how much slower, PR5 says.
 */

const REST_PER_TELLING = 12
/** More would be a thousand writes a second for four people, and nobody's screen shows it. */
const SHORTEST_MS = 4
/** Two frames of a screen. */
const LONGEST_MS = 32
/** A frame of a screen. */
const FRAME_MS = 16

export class Pace {
  #document = Number.NEGATIVE_INFINITY
  #presence = Number.NEGATIVE_INFINITY
  #tellingMs = 0

  /** The time from which on the document may be told of again. */
  documentDue(members: number): number {
    const shortest = Math.min(members, SHORTEST_MS)
    return this.#document + Math.min(LONGEST_MS, Math.max(shortest, REST_PER_TELLING * this.#tellingMs))
  }

  /** `restMs`: what PR5 asks for. */
  presenceDue(restMs: number): number {
    return this.#presence + Math.max(FRAME_MS, restMs)
  }

  /** Milliseconds since pointers were last told of. */
  presenceRested(now: number): number {
    return now - this.#presence
  }

  /** Whether pointers may come along with something else. */
  presenceMayRide(now: number): boolean {
    return this.presenceRested(now) >= FRAME_MS
  }

  documentTold(now: number): void {
    this.#document = now
  }

  presenceTold(now: number): void {
    this.#presence = now
  }

  /** Of a telling that had news of the document. */
  telling(ms: number): void {
    this.#tellingMs = ms
  }
}
