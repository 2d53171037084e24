/** Where everybody's pointer is and goes; React is not asked. */
import type { Peer } from '../../session/presence.ts'
import { glideTo, hasArrived, placeAt, type Glide } from './glide.ts'

/** A name goes so long after the last movement. */
export const NAME_STAYS_MS = 2_000

interface Walker {
  readonly name: string
  readonly color: number
  readonly glide: Glide
}

export interface Seen {
  readonly name: string | null
  readonly color: number
  readonly x: number
  readonly y: number
}

export class Crowd {
  #walkers = new Map<number, Walker>()

  get size(): number {
    return this.#walkers.size
  }

  /** What has been announced. `still`: without motion. */
  update(peers: readonly Peer[], now: number, still: boolean): void {
    const next = new Map<number, Walker>()
    for (const { client, pointer, name, color } of peers) {
      if (pointer === null) continue
      const before = this.#walkers.get(client)
      const to = before?.glide.to
      const moved = to?.x !== pointer.x || to.y !== pointer.y
      const glide = before === undefined || moved ? glideTo(before?.glide ?? null, pointer, now, still) : before.glide
      next.set(client, { name, color, glide })
    }
    this.#walkers = next
  }

  seen(now: number): readonly Seen[] {
    return [...this.#walkers.values()].map(({ name, color, glide }) => ({
      name: now - glide.since < NAME_STAYS_MS ? name : null,
      color,
      ...placeAt(glide, now),
    }))
  }

  /** When it looks different next: now while somebody moves, else when a name goes; infinite when nothing will. */
  nextChange(now: number): number {
    let next = Number.POSITIVE_INFINITY
    for (const { glide } of this.#walkers.values()) {
      if (!hasArrived(glide, now)) return now
      const end = glide.since + NAME_STAYS_MS
      if (end > now) next = Math.min(next, end)
    }
    return next
  }
}
