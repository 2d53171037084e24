/**
 * Lets jobs begin one after the other, each in a turn of the event loop of its own. Twenty maps, read for twenty briefs at
 * once, would hold up everybody who edits until the last is read; so nobody waits longer than for one.
 */
export class OneByOne {
  #last: Promise<unknown> = Promise.resolve()

  /** Answers as the job does; the next one begins whether it failed or not. */
  run<T>(job: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(nextTurn).then(job)
    this.#last = mine.catch(() => undefined)
    return mine
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
