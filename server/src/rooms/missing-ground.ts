/**
 * Updates that stand on something that has not come (RM8). A tab that shares its browser with another may be a moment
 * ahead of it; a client that leaves holes never is whole again, and what waits is carried along by everybody.
 *
 * After a second its sender is asked for what is missing, as at the beginning: a sound client then sends it. After ten
 * it is told and sent away. What it sent is on disk and stays; it shows as soon as the ground comes, from whomever.
 */
import { AppError } from '@throughline/shared/errors'
import type { Clock } from '../clock.ts'
import type { Member } from './member.ts'

const ASK_AFTER_MS = 1_000
export const GROUND_WITHIN_MS = 10_000

export class MissingGround {
  readonly #clock: Clock
  readonly #ask: (member: Member) => void
  readonly #owing = new Map<Member, () => void>()

  /** `ask` sends a member the question of a step 1. */
  constructor(clock: Clock, ask: (member: Member) => void) {
    this.#clock = clock
    this.#ask = ask
  }

  missedBy(member: Member): void {
    if (this.#owing.has(member)) return
    const callOffAsking = this.#clock.after(ASK_AFTER_MS, () => this.#ask(member))
    const callOffEnd = this.#clock.after(GROUND_WITHIN_MS, () => {
      this.#owing.delete(member)
      member.refuse(new AppError('bad-frame', 'What you sent builds on something that the server never got.'))
    })
    this.#owing.set(member, () => {
      callOffAsking()
      callOffEnd()
    })
  }

  /** Nothing waits any more. */
  came(): void {
    for (const callOff of this.#owing.values()) callOff()
    this.#owing.clear()
  }

  leave(member: Member): void {
    this.#owing.get(member)?.()
    this.#owing.delete(member)
  }
}
