/** Two states of the map that are looked at side by side on the canvas; null while none are. One a session. */
import type { MapChange } from '@throughline/shared/diff'
import type { BlockId, Frame, PositioningMap } from '@throughline/shared/schema'
import { oneASession } from './one-a-session.ts'

export interface ShownState {
  readonly map: PositioningMap
  /** In page coordinates. */
  readonly frames: ReadonlyMap<BlockId, Frame>
}

export interface Compared {
  readonly before: ShownState
  readonly after: ShownState
  readonly changes: readonly MapChange[]
  /** Whether `after` is the map as the canvas shows it; else its blocks are drawn, too. */
  readonly withNow: boolean
}

export class Comparison {
  readonly #watchers = new Set<() => void>()
  #now: Compared | null = null

  readonly getSnapshot = (): Compared | null => this.#now

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  show(compared: Compared | null): void {
    this.#now = compared
    for (const watcher of this.#watchers) watcher()
  }
}

export const comparisonOf = oneASession(() => new Comparison())
