/**
 * When to try again: the schedule that Standard Webhooks gives as its example, over three days, with some chance in it so
 * that a receiver that comes back is not met by everybody at once. No library: what waits is on the disk and survives a
 * restart, while those for retrying hold a promise in memory.
 */
const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const WAITS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR]
/** Part of a wait that chance may add. */
const SPREAD = 0.1
const LONGEST = 24 * HOUR

export const MOST_TRIES = WAITS.length + 1

/** Ms to wait after so many failed tries, or as long as the other end has asked for; null when it is given up. */
export function waitAfter(tries: number, asked: number, random: () => number): number | null {
  const wait = WAITS[tries - 1]
  return wait === undefined ? null : Math.min(LONGEST * (1 + SPREAD), Math.max(wait, asked) * (1 + SPREAD * random()))
}
