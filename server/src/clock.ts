/** The one place that times come from, so that tests can let time pass. */
import type { EpochMs } from '@throughline/shared/schema'

export interface Clock {
  now(): EpochMs
  /** Milliseconds with fractions since some moment, to measure what work takes. */
  elapsed(): number
  /** Runs later; call what it returns to call it off. Never keeps the process alive. */
  after(ms: number, job: () => void): () => void
  /** Runs again and again until called off. Never keeps the process alive. */
  every(ms: number, job: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now() as EpochMs,
  elapsed: () => performance.now(),
  after(ms, job) {
    const timer = setTimeout(job, ms).unref()
    return () => clearTimeout(timer)
  },
  every(ms, job) {
    const timer = setInterval(job, ms).unref()
    return () => clearInterval(timer)
  },
}
