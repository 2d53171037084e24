/** Time passes when the test says so. */
import type { EpochMs } from '@throughline/shared/schema'
import type { Clock } from '../src/clock.ts'

interface Due {
  at: number
  readonly job: () => void
  readonly again: number | null
}

export class FakeClock implements Clock {
  #now: number
  readonly #due = new Set<Due>()

  constructor(start = 1_700_000_000_000) {
    this.#now = start
  }

  now(): EpochMs {
    return this.#now as EpochMs
  }

  elapsed(): number {
    return this.#now
  }

  after(ms: number, job: () => void): () => void {
    return this.#add({ at: this.#now + ms, job, again: null })
  }

  every(ms: number, job: () => void): () => void {
    return this.#add({ at: this.#now + ms, job, again: ms })
  }

  /** Runs what falls due on the way, in its order. */
  pass(ms: number): void {
    const end = this.#now + ms
    for (;;) {
      const next = [...this.#due].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.#now = Math.max(this.#now, next.at)
      if (next.again === null) this.#due.delete(next)
      else next.at += next.again
      next.job()
    }
    this.#now = end
  }

  #add(due: Due): () => void {
    this.#due.add(due)
    return () => this.#due.delete(due)
  }
}
