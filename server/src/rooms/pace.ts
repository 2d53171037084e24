/**
 * When a room tells its members: at once when it is quiet, else once a tick.
 *
 * - **PA1** A tick of the document has as many milliseconds as the room has members, up to `TICK_MS`: that is a thousand
 *   writes a second, whatever the size, and two or ten people need not wait for each other's screens.
 * - **PA2** Above `CROWD` members every tick is twice as long: nobody can follow thirty pictures a second of such a crowd.
 * - **PA3** Pointers never come faster than `TICK_MS`; how much slower, PR5 says.
 */

/** Milliseconds of a tick of a busy room: a frame of a screen. */
const TICK_MS = 16
const CROWD = 150

export class Pace {
  #document = Number.NEGATIVE_INFINITY
  #presence = Number.NEGATIVE_INFINITY

  /** The time from which on the document may be told of again. */
  documentDue(members: number): number {
    return this.#document + (members > CROWD ? 2 * TICK_MS : Math.min(members, TICK_MS))
  }

  /** `restMs`: what PR5 asks for. */
  presenceDue(members: number, restMs: number): number {
    return this.#presence + Math.max(members > CROWD ? 2 * TICK_MS : TICK_MS, restMs)
  }

  documentTold(now: number): void {
    this.#document = now
  }

  presenceTold(now: number): void {
    this.#presence = now
  }
}
