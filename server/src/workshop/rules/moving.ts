/** From stage to stage, and the clock of the one that is on. */
import { refused } from '@throughline/shared/base'
import { lockOnEntering } from './lock.ts'
import { became, type Means, type Stepped } from './outcome.ts'
import { addTime, goOn, newClock, pauseClock, resumeClock, standStill, type StageClock } from './stage-clock.ts'
import { openIfNew } from './voting.ts'
import { withCourse, type Workshop } from './workshop.ts'

/** Its clock goes on where it stood. */
export function enter(workshop: Workshop, index: number, means: Means): Workshop {
  const { course } = workshop
  const clocks = course.clocks.map((clock) => standStill(clock, means.now))
  const clock = clocks[index] ?? newClock(course.programme.stages[index]?.lastsMs ?? null)
  clocks[index] = goOn(clock, means.now)
  const reached = Math.max(course.reached, index)
  return openIfNew(withCourse(workshop, { index, reached, clocks, lock: lockOnEntering(course) }), means)
}

/** `from`: the stage that it is moved on from; where it is not that one any more, somebody else has moved it. */
export function move(workshop: Workshop, by: 1 | -1, from: number | undefined, means: Means): Stepped {
  const { index, programme } = workshop.course
  if (from !== undefined && from !== index) return became(workshop)
  const next = index + by
  if (next < 0) return refused('no-stage-before')
  if (next >= programme.stages.length) return refused('no-next-stage')
  return became(enter(workshop, next, means))
}

export function pause(workshop: Workshop, { now }: Means): Stepped {
  const clock = clockNow(workshop)
  if (clock.paused) return refused('paused')
  return clock.left === null ? refused('no-clock') : became(withClock(workshop, pauseClock(clock, now)))
}

export function resume(workshop: Workshop, { now }: Means): Stepped {
  const clock = clockNow(workshop)
  return clock.paused ? became(withClock(workshop, resumeClock(clock, now))) : refused('not-paused')
}

export function giveTime(workshop: Workshop, ms: number, { now }: Means): Stepped {
  const clock = addTime(clockNow(workshop), ms, now)
  return clock === null ? refused('no-clock') : became(withClock(workshop, clock))
}

function clockNow({ course: { clocks, index } }: Workshop): StageClock {
  return clocks[index] ?? newClock(null)
}

function withClock(workshop: Workshop, clock: StageClock): Workshop {
  const { clocks, index } = workshop.course
  return withCourse(workshop, { clocks: clocks.with(index, clock) })
}
