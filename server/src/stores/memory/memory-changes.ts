import type { Thing } from '@throughline/shared/doc'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { ChangeStore, Touch } from '../change-store.ts'

export interface KeptChanges {
  readonly touches: Map<MapId, Map<Thing, Touch>>
  readonly visits: Map<MapId, Map<string, EpochMs>>
}

/** What comes for a map that is gone is dropped. */
export function memoryChanges(
  { touches, visits }: KeptChanges,
  check: () => void,
  isThere: (map: MapId) => boolean,
): ChangeStore {
  return {
    async touch(map, more) {
      check()
      if (isThere(map)) touches.set(map, new Map([...(touches.get(map) ?? []), ...more]))
    },
    async touches(map) {
      check()
      return new Map(touches.get(map))
    },
    async forget(map, blocks) {
      check()
      for (const thing of [...(touches.get(map)?.keys() ?? [])])
        if (blocks.has(thing.split(' ')[0] ?? '')) touches.get(map)?.delete(thing)
    },
    async leave(map, person, at) {
      check()
      if (isThere(map)) visits.set(map, new Map(visits.get(map)).set(person, at))
    },
    async left(map, person) {
      check()
      return visits.get(map)?.get(person) ?? null
    },
    async leavings(map) {
      check()
      return [...(visits.get(map)?.values() ?? [])]
    },
  }
}
