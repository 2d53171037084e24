/** Everybody in a room, and what they are told of the document and of each other: one buffer a tick for all of them. */
import type { AppError } from '@throughline/shared/errors'
import type { Clock } from '../clock.ts'
import { tickFrames } from './frames.ts'
import type { Member } from './member.ts'
import { Pace } from './pace.ts'
import { Presence } from './presence.ts'

export class Audience {
  readonly #members = new Set<Member>()
  readonly #presence = new Presence()
  readonly #pace = new Pace()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get size(): number {
    return this.#members.size
  }

  /** It is told who else is here. */
  add(member: Member): void {
    this.#members.add(member)
    member.send(this.#presence.whole())
    if (member.app) member.send(this.#presence.everyone())
  }

  /** Whether it was here. */
  remove(member: Member): boolean {
    if (!this.#members.delete(member)) return false
    this.#presence.leave(member)
    return true
  }

  /** @throws {AppError} when the sender is at fault. */
  receivePresence(from: Member, frame: Uint8Array): void {
    this.#presence.receive(from, frame)
  }

  sendPresence(member: Member): void {
    member.send(this.#presence.whole())
  }

  /** When there is next something to tell: of the document, if something of it waits, or of who is here. */
  due(hasDocumentNews: boolean): number {
    const { size } = this.#members
    const document = hasDocumentNews ? this.#pace.documentDue(size) : Number.POSITIVE_INFINITY
    return this.#presence.hasNews ? Math.min(document, this.#pace.presenceDue(this.#presence.restMs)) : document
  }

  /** What has come of the document has been dealt with now; the next waits for its tick. */
  documentTaken(now: number): void {
    this.#pace.documentTold(now)
  }

  /** Tells of the document, and of who is here if that is due; some of it comes along when it may. */
  tell(updates: readonly Uint8Array[], now: number): void {
    const began = this.#clock.elapsed()
    const withPresence = this.due(false) <= now || (updates.length > 0 && this.#pace.presenceMayRide(now))
    const people = withPresence ? this.#presence.takeAnnounced() : null
    const presence = withPresence ? this.#presence.takeChanges(this.#pace.presenceRested(now)) : null
    if (presence !== null) this.#pace.presenceTold(now)
    if (people !== null) for (const member of this.#members) if (member.app) member.send(people)
    const frames = tickFrames(updates, presence)
    if (frames !== null) for (const member of this.#members) member.write(frames)
    if (updates.length > 0) this.#pace.telling(this.#clock.elapsed() - began)
  }

  sendAway(why: AppError): void {
    for (const member of [...this.#members]) member.refuse(why)
    this.#members.clear()
  }
}
