/** Starting, ending, and changing a programme while it runs. */
import { includes } from '@throughline/shared/access'
import { refused } from '@throughline/shared/base'
import type { EpochMs } from '@throughline/shared/schema'
import type { Programme, Stage } from '@throughline/shared/workshop'
import { became, type Means, type Stepped } from './outcome.ts'
import { changeLength, standStill } from './stage-clock.ts'
import { enter } from './moving.ts'
import { closeAll } from './voting.ts'
import { withCourse, type Actor, type Course, type Workshop } from './workshop.ts'

/** After so long without any facilitator an editor may start anew: nobody is left who could end it. */
export const ABANDONED_MS = 12 * 60 * 60 * 1_000

export function start(workshop: Workshop | null, programme: Programme, by: Actor, means: Means): Stepped {
  if (!includes(by.role, 'editor')) return refused('needs-editor')
  if (workshop?.course.state === 'running' && !isAbandoned(workshop.course, means)) return refused('running')
  const { now } = means
  const course: Course = {
    run: means.newId(),
    state: 'running',
    startedAt: now,
    endedAt: null,
    programme,
    index: 0,
    reached: -1,
    clocks: [],
    people: [{ person: by.person, name: by.name, voice: by.voice, facilitator: true, hand: false }],
    facilitatedAt: now,
    revealed: [],
    adopted: {},
    votes: [],
    decisions: [],
    dissents: [],
    lock: null,
    brought: null,
  }
  return became(enter({ course, writings: new Map(), ballots: new Map() }, 0, means))
}

export function isAbandoned({ people, facilitatedAt }: Course, { here, now }: Pick<Means, 'here' | 'now'>): boolean {
  const isThere = people.some(({ person, facilitator }) => facilitator && here.has(person))
  return !isThere && now - facilitatedAt >= ABANDONED_MS
}

/** Whatever is open is closed; all of it stays readable until the next start. */
export function end(workshop: Workshop, means: Pick<Means, 'now' | 'map'>): Stepped {
  return became(ended(workshop, means))
}

/** Also for one that was left running, before another one takes its place. */
export function ended(workshop: Workshop, { now, map }: Pick<Means, 'now' | 'map'>): Workshop {
  const { course } = workshop
  const people = course.people.map((one) => ({ ...one, hand: false }))
  const clocks = course.clocks.map((clock) => standStill(clock, now))
  return closeAll(withCourse(workshop, { state: 'ended', endedAt: now, people, clocks }), map)
}

/**
 * Another programme in the place of the one that runs. What has been entered keeps its kind and its prompts, for people
 * have written there; its words and lengths may change, and all that lies ahead.
 */
export function edit(workshop: Workshop, programme: Programme, { now }: Means): Stepped {
  const { course } = workshop
  const before = course.programme.stages.slice(0, course.reached + 1)
  if (!before.every((stage, at) => keepsWhatWasDone(stage, programme.stages[at]))) return refused('already-done')
  const clocks = course.clocks.map((clock, at) =>
    changeLength(clock, before[at]?.lastsMs ?? null, programme.stages[at]?.lastsMs ?? null, now as EpochMs),
  )
  return became(withCourse(workshop, { programme: { ...programme, named: course.programme.named }, clocks }))
}

function keepsWhatWasDone(before: Stage, after: Stage | undefined): boolean {
  if (after === undefined || after.kind !== before.kind) return false
  const kept = new Set(after.prompts.map(({ id }) => id))
  return before.prompts.every(({ id }) => kept.has(id))
}
