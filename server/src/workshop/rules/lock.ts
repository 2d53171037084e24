/**
 * Whether the canvas is locked for those who only take part. A stage may say so (`edits`), and a facilitator whenever
 * there is reason to.
 *
 * - **LO1** What a facilitator has locked stays locked from stage to stage, until one unlocks it or the workshop ends.
 * - **LO2** A stage that is locked and was unlocked by hand is open until another stage is entered.
 * - **LO3** Nobody who facilitates is locked out.
 * - **LO4** `FORGOTTEN_MS` after the last facilitator was there it is open (`Workshops` sees to that): nobody is left who could unlock it.
 */
import { became, type Stepped } from './outcome.ts'
import { isFacilitator, participantOf, withCourse, type Course, type Workshop } from './workshop.ts'

export const FORGOTTEN_MS = 60 * 60 * 1_000

/** What a facilitator has said beside the stage. */
export type ByHand = { readonly is: 'locked'; readonly by: string } | { readonly is: 'unlocked' }

/** Who has locked it, by name; null where the stage does. */
export interface Lock {
  readonly by: string | null
}

/** Null while everybody may edit whose key lets them. */
export function lockOf(course: Course): Lock | null {
  const { state, lock } = course
  if (state !== 'running' || lock?.is === 'unlocked') return null
  if (lock?.is === 'locked') return { by: participantOf(course, lock.by)?.name ?? '' }
  return stageLocks(course) ? { by: null } : null
}

export function isLockedFor(course: Course, person: string): boolean {
  return lockOf(course) !== null && !isFacilitator(course, person)
}

/** As it was when it is locked already, whoever has done it. */
export function lock(workshop: Workshop, person: string): Stepped {
  if (workshop.course.lock?.is === 'locked') return became(workshop)
  return became(withCourse(workshop, { lock: { is: 'locked', by: person } }))
}

export function unlock(workshop: Workshop): Stepped {
  return became(unlocked(workshop))
}

export function unlocked(workshop: Workshop): Workshop {
  return withCourse(workshop, { lock: stageLocks(workshop.course) ? { is: 'unlocked' } : null })
}

/** LO4. `seenAt`: when a facilitator was last known to be there, beyond what the workshop knows itself. */
export function isForgotten({ people, facilitatedAt }: Course, here: ReadonlySet<string>, seenAt: number, now: number) {
  const isThere = people.some(({ person, facilitator }) => facilitator && here.has(person))
  return !isThere && now - Math.max(facilitatedAt, seenAt) >= FORGOTTEN_MS
}

/** LO1, LO2. */
export function lockOnEntering({ lock }: Course): ByHand | null {
  return lock?.is === 'locked' ? lock : null
}

function stageLocks({ programme, index }: Course): boolean {
  return programme.stages[index]?.edits === false
}
