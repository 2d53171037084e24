/** The remaining time of one stage. It is kept while another stage is on, so that going back and forth loses nothing. */
import { LIMITS, type EpochMs } from '@throughline/shared/schema'

export interface StageClock {
  /** Milliseconds left at `since`, or since it stands still; null without a limit. */
  readonly left: number | null
  /** Null while it stands still: paused, or because another stage is on. */
  readonly since: EpochMs | null
  readonly paused: boolean
}

export function newClock(lastsMs: number | null): StageClock {
  return { left: lastsMs, since: null, paused: false }
}

/** Milliseconds, never below zero; null without a limit. */
export function leftAt({ left, since }: StageClock, now: EpochMs): number | null {
  if (left === null || since === null) return left
  // A machine's clock may be put back.
  return Math.max(0, left - Math.max(0, now - since))
}

/** In the past once the time is up; for one that stands still, when it would end if it went on now. */
export function endOf(clock: StageClock, now: EpochMs): EpochMs | null {
  if (clock.left === null) return null
  return ((clock.since ?? now) + clock.left) as EpochMs
}

/** Goes on, unless it was paused. */
export function goOn(clock: StageClock, now: EpochMs): StageClock {
  return clock.paused || clock.since !== null ? clock : { ...clock, since: now }
}

export function standStill(clock: StageClock, now: EpochMs): StageClock {
  return { ...clock, left: leftAt(clock, now), since: null }
}

export function pauseClock(clock: StageClock, now: EpochMs): StageClock {
  return { ...standStill(clock, now), paused: true }
}

export function resumeClock(clock: StageClock, now: EpochMs): StageClock {
  return goOn({ ...clock, paused: false }, now)
}

/** `ms` may be negative. A stage without a limit gets one; null when there is nothing to take away from. */
export function addTime(clock: StageClock, ms: number, now: EpochMs): StageClock | null {
  const left = leftAt(clock, now)
  if (left === null && ms <= 0) return null
  const next = Math.min(Math.max(0, (left ?? 0) + ms), LIMITS.stageMs)
  return { ...clock, left: next, since: clock.since === null ? null : now }
}

/** For a stage whose length somebody has changed while it was on, or before it came back. */
export function changeLength(clock: StageClock, from: number | null, to: number | null, now: EpochMs): StageClock {
  if (from === to) return clock
  if (from === null || to === null) return { ...clock, left: to, since: clock.since === null ? null : now }
  return addTime(clock, to - from, now) ?? { ...clock, left: to, since: clock.since === null ? null : now }
}
