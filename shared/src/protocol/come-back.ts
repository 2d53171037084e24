/**
 * When to come back after a restart. The reason of a close with 1012 ends in `(in 1234 ms)`, another number for
 * everybody: two hundred people who all came back at once would meet a server that is just opening its maps.
 */

/** The server is up again by the earliest; the latest leaves half of what a page waits before it says anything. */
export const COME_BACK_MS = { from: 500, to: 2_500 } as const

/** `chance` from 0 to 1 picks the moment. */
export function sayComeBack(says: string, chance: number): string {
  const ms = Math.round(COME_BACK_MS.from + chance * (COME_BACK_MS.to - COME_BACK_MS.from))
  return `${says} (in ${ms} ms)`
}

/** How many ms to wait, at most ten seconds whatever it says; null when the reason says nothing of it. */
export function readComeBack(reason: string): number | null {
  const [, ms] = /\(in (\d{1,6}) ms\)$/.exec(reason) ?? []
  return ms === undefined ? null : Math.min(Number(ms), 10_000)
}
