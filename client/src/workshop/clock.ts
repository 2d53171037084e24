/**
 * The workshop's one clock is the server's; this browser's may be wrong by hours. What is shown is the end the server
 * names, against this browser's clock put right by what the server said with its last view.
 */

/** What a clock shows of a stage; times are epoch milliseconds. */
export interface StageTime {
  /** When it is up; null for a stage without a limit. */
  readonly endsAt: number | null
  /** While it is paused it stands still: what is left then. */
  readonly left: number | null
}

/** Milliseconds, never negative; null without a limit. `now` is the server's. */
export function timeLeft({ endsAt, left }: StageTime, now: number): number | null {
  if (left !== null) return Math.max(0, left)
  return endsAt === null ? null : Math.max(0, endsAt - now)
}

/** "4:12", "1:05:00", "3 days" from two days on. A second that has begun counts, so that 0:00 means that it is up. */
export function clockFace(ms: number): string {
  const seconds = Math.ceil(Math.max(0, ms) / 1000)
  const days = seconds / 86_400
  if (days >= 2) return `${Math.floor(days)} days`
  const two = (n: number) => String(n).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  const rest = two(seconds % 60)
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`
}

/** How much of a stage has gone by, 0 to 1; 0 without a limit. */
export function partGone(left: number | null, lasts: number | null): number {
  if (left === null || lasts === null || lasts <= 0) return 0
  return Math.min(1, Math.max(0, 1 - left / lasts))
}
