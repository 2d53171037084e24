/**
 * Who touched each thing of each map last, and when.
 *
 * - **TU1** An edit costs a few entries in memory; they are on disk within `FLUSH_MS`, each thing once.
 * - **TU2** What has been touched is known at once, on disk or not.
 * - **TU3** A write that fails is tried again with the next; the map itself does not depend on it.
 */
import type { Thing } from '@throughline/shared/doc'
import type { MapId } from '@throughline/shared/schema'
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import type { ChangeStore, Touch } from '../stores/index.ts'

/** So much of who did what is lost when the process is killed; of the words themselves nothing is. */
export const FLUSH_MS = 2_000

export interface TouchesParts {
  readonly store: ChangeStore
  readonly clock: Clock
  readonly log: Log
}

export class Touches {
  readonly #parts: TouchesParts
  /** Not on disk yet, or on the way there. */
  readonly #waiting = new Map<MapId, Map<Thing, Touch>>()
  #callOff: (() => void) | null = null

  constructor(parts: TouchesParts) {
    this.#parts = parts
  }

  touched(map: MapId, things: ReadonlyMap<Thing, string>): void {
    if (things.size === 0) return
    const at = this.#parts.clock.now()
    const waiting = this.#waiting.get(map) ?? new Map<Thing, Touch>()
    for (const [thing, by] of things) waiting.set(thing, { by, at })
    this.#waiting.set(map, waiting)
    this.#callOff ??= this.#parts.clock.after(FLUSH_MS, () => void this.flush())
  }

  /** Those on disk, and a look at those that wait: to be taken in the same turn as the map is read. */
  async of(map: MapId): Promise<() => ReadonlyMap<Thing, Touch>> {
    const stored = await this.#parts.store.touches(map)
    return () => new Map([...stored, ...(this.#waiting.get(map) ?? [])])
  }

  async forget(map: MapId, blocks: ReadonlySet<string>): Promise<void> {
    await this.flush()
    await this.#parts.store.forget(map, blocks)
  }

  async flush(): Promise<void> {
    this.#callOff?.()
    this.#callOff = null
    await Promise.all([...this.#waiting].map(([map, waiting]) => this.#write(map, waiting)))
  }

  async #write(map: MapId, waiting: Map<Thing, Touch>): Promise<void> {
    const written = new Map(waiting)
    try {
      await this.#parts.store.touch(map, written)
    } catch (error) {
      this.#parts.log.warn('who changed what not written down', { map, ...describeError(error) })
      return
    }
    for (const [thing, touch] of written) if (waiting.get(thing) === touch) waiting.delete(thing)
    if (waiting.size === 0 && this.#waiting.get(map) === waiting) this.#waiting.delete(map)
  }
}
