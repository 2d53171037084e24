/**
 * A workshop as the server keeps it, and nothing else does: what is private in it goes out through `look.ts` alone.
 *
 * - **WS1** `index` and every number in `reached` and `clocks` name a stage of the programme; what has been reached stays.
 * - **WS2** A writing has one author and one prompt, and an author one writing a prompt.
 * - **WS3** A ballot is of an open vote; a closed vote holds counts and no ballot, and is never opened again.
 * - **WS4** No remaining time is below zero.
 */
import type { EpochMs } from '@throughline/shared/schema'
import type { Role } from '@throughline/shared/access'
import type { Programme } from '@throughline/shared/workshop'
import type { ByHand } from './lock.ts'
import type { StageClock } from './stage-clock.ts'

/** Who gives a command. */
export interface Actor {
  readonly person: string
  readonly name: string
  /** A voice's id or name, as this person said it. */
  readonly voice: string | null
  readonly role: Role
}

export interface Participant {
  readonly person: string
  readonly name: string
  readonly voice: string | null
  readonly facilitator: boolean
  /** Whether they have raised it. */
  readonly hand: boolean
}

/** One person's answer to one prompt. */
export interface Writing {
  /** Made up when they first wrote; it says nothing of who or when. */
  readonly id: string
  readonly prompt: string
  readonly person: string
  readonly voice: string | null
  /** Never empty. */
  readonly text: string
  /** Written or changed when the others' was open to be read. */
  readonly late: boolean
}

/** Dots by what they are on; none of them is 0. */
export type Dots = Readonly<Record<string, number>>

export interface Choice {
  readonly id: string
  readonly text: string
}

export interface Vote {
  readonly id: string
  /** In which stage it was opened. */
  readonly stage: number
  /** Each person's. */
  readonly dots: number
  /** Null while it is open. */
  readonly result: {
    readonly counts: Dots
    readonly voters: number
    /** What there was to vote on, as it read. */
    readonly about: readonly Choice[]
  } | null
}

/** A wording that was settled, or a voice against it in its own words. */
export interface Settled {
  readonly about: string
  readonly text: string
  readonly by: string
  readonly at: EpochMs
  /** Names of those who were there. */
  readonly there: readonly string[]
}

/** All but what people wrote and how they vote: that lies apart. */
export interface Course {
  readonly run: string
  readonly state: 'running' | 'ended'
  readonly startedAt: EpochMs
  readonly endedAt: EpochMs | null
  readonly programme: Programme
  readonly index: number
  /** The furthest stage that was entered. */
  readonly reached: number
  /** By stage, as far as it has been entered. */
  readonly clocks: readonly StageClock[]
  /** In the order in which they came. */
  readonly people: readonly Participant[]
  /** When a facilitator last did something. */
  readonly facilitatedAt: EpochMs
  /** Ids of prompts. */
  readonly revealed: readonly string[]
  /** What each writing was adopted as, or as a telling of. */
  readonly adopted: Readonly<Record<string, readonly string[]>>
  readonly votes: readonly Vote[]
  readonly decisions: readonly Settled[]
  readonly dissents: readonly Settled[]
  /** Absent in what was saved before there were locks. */
  readonly lock?: ByHand | null
  readonly brought: { readonly about: string | null; readonly at: EpochMs } | null
}

export interface Workshop {
  readonly course: Course
  /** By their ids. */
  readonly writings: ReadonlyMap<string, Writing>
  /** Of open votes: by vote, then by person. */
  readonly ballots: ReadonlyMap<string, ReadonlyMap<string, Dots>>
}

export function participantOf({ people }: Course, person: string): Participant | undefined {
  return people.find((one) => one.person === person)
}

export function isFacilitator(course: Course, person: string): boolean {
  return participantOf(course, person)?.facilitator === true
}

export function withCourse(workshop: Workshop, change: Partial<Course>): Workshop {
  return { ...workshop, course: { ...workshop.course, ...change } }
}
