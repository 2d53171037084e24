/**
 * A token bucket: so much at once, so much a second after that.
 *
 * - **AL1** What has been saved up can be spent at once; beyond it, `spend` says how long to wait.
 * - **AL2** One cost larger than the bucket is allowed and waited for afterwards, so that nothing is refused for its size.
 */
export interface Allowance {
  /** How many can be spent at once after a pause. */
  readonly burst: number
  readonly perSecond: number
}

export class Bucket {
  readonly #allowance: Allowance
  #left: number
  #at: number

  constructor(allowance: Allowance, now: number) {
    this.#allowance = allowance
    this.#left = allowance.burst
    this.#at = now
  }

  /** Takes the cost, and gives the milliseconds until there is something left again; 0 while there is. */
  spend(cost: number, now: number): number {
    const { burst, perSecond } = this.#allowance
    this.#left = Math.min(burst, this.#left + (Math.max(0, now - this.#at) * perSecond) / 1000) - cost
    this.#at = now
    return this.#left >= 0 ? 0 : Math.ceil((-this.#left / perSecond) * 1000)
  }
}
