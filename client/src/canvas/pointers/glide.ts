/**
 * How somebody's pointer moves here, between the places that they announce.
 *
 * - **GL1** It never jumps: it goes on from where it is, in a straight line.
 * - **GL2** It arrives about when the next place is due. The more people move, the less often each is told of
 *   (`server/src/rooms/presence.ts`, PR5): with 80 ms for every way it would hop and stand, hop and stand.
 */

/** Times are ms of one clock, places page units. */
export interface Glide {
  readonly from: Place
  readonly to: Place
  readonly since: number
  /** How long it takes; 0 for at once. */
  readonly span: number
}

interface Place {
  readonly x: number
  readonly y: number
}

/** look.md, "Motion": somebody else's movement is smoothed over 80 ms. */
const SHORTEST_MS = 80
/** The longest that the server lets anybody stand still who moves, and a tick. */
const LONGEST_MS = 280

/** Towards a place that has just been announced; the first one is simply there. */
export function glideTo(before: Glide | null, to: Place, now: number, still: boolean): Glide {
  if (before === null || still) return { from: to, to, since: now, span: 0 }
  const gap = now - before.since
  // After a rest nothing tells when the next place comes.
  const span = gap > LONGEST_MS ? SHORTEST_MS : Math.max(SHORTEST_MS, gap)
  return { from: placeAt(before, now), to, since: now, span }
}

export function placeAt({ from, to, since, span }: Glide, now: number): Place {
  const part = span === 0 ? 1 : Math.min(1, Math.max(0, (now - since) / span))
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

export const hasArrived = ({ since, span }: Glide, now: number): boolean => now >= since + span
