/**
 * What is left to see of the others' lasers: each point for `LASTS_MS` from its arrival.
 *
 * - **LA1** A point that is announced several times, or whose announcement was skipped, is in its trail once.
 */
import type { Peer } from '../../session/presence.ts'

export const LASTS_MS = 1_200

interface Point {
  readonly x: number
  readonly y: number
  readonly until: number
}

export interface Trail {
  readonly client: number
  readonly color: number
  readonly stroke: number
  /** How many of its points have come. */
  readonly seen: number
  readonly points: readonly Point[]
}

export function withNews(trails: readonly Trail[], peers: readonly Peer[], now: number): readonly Trail[] {
  const next = new Map(trails.map((trail) => [`${trail.client} ${trail.stroke}`, trail]))
  for (const { client, color, laser } of peers) {
    if (laser === null) continue
    const name = `${client} ${laser.stroke}`
    const known = next.get(name) ?? { client, color, stroke: laser.stroke, seen: 0, points: [] }
    const fresh = laser.points.slice(Math.max(0, known.seen - laser.from))
    if (fresh.length === 0) continue
    const points = fresh.map(([x, y]) => ({ x, y, until: now + LASTS_MS }))
    next.set(name, { ...known, seen: laser.from + laser.points.length, points: [...known.points, ...points] })
  }
  return [...next.values()]
}

/** Strokes whose end is still announced are remembered, or they would come again. */
export function withoutOld(trails: readonly Trail[], peers: readonly Peer[], now: number): readonly Trail[] {
  const announced = new Set(peers.map(({ client, laser }) => `${client} ${laser?.stroke ?? ''}`))
  return trails
    .map((trail) => ({ ...trail, points: trail.points.filter(({ until }) => until > now) }))
    .filter(({ client, stroke, points }) => points.length > 0 || announced.has(`${client} ${stroke}`))
}
