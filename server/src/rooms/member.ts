import type { Lane, Role } from '@throughline/shared/access'
import type { AppError } from '@throughline/shared/errors'

/** What a room knows of a connection. */
export interface Member {
  /** Key and person: the same on the same browser's next connection. */
  readonly identity: string
  readonly person: string
  readonly role: Role
  /** What it may do now; a canvas that is locked is only read. */
  readonly lane: Lane
  /** Whether it asked for frames of our own (`?app=1`). */
  readonly app: boolean
  /** A message for this one alone. */
  send(payload: Uint8Array): void
  /** Whole WebSocket messages that are made once for all who want the same, for this one alone. */
  sendMade(messages: Buffer): void
  /** What everybody gets: whole WebSocket messages, document and presence, in one write. */
  write(tick: TickFrames): void
  /** So many of its sync frames are on disk. */
  receipt(count: number): void
  refuse(error: AppError): void
}

/** One room's news of one tick, ready for the wire; null where there is none. */
export interface TickFrames {
  readonly doc: Buffer | null
  readonly presence: Buffer | null
  readonly both: Buffer
}
