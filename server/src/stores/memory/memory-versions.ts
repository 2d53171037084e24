import type { MapId } from '@throughline/shared/schema'
import type { KeptVersion, VersionStore } from '../version-store.ts'

export type KeptVersions = Map<MapId, KeptVersion[]>

export function memoryVersions(kept: KeptVersions, check: () => void): VersionStore {
  const of = (map: MapId) => kept.get(map) ?? []
  return {
    async add(map, version, state) {
      check()
      kept.set(map, [{ version, state }, ...of(map)])
    },
    async list(map) {
      check()
      return of(map)
        .map(({ version }) => version)
        .toSorted((a, b) => b.at - a.at)
    },
    async read(map, id) {
      check()
      return of(map).find(({ version }) => version.id === id) ?? null
    },
    async remove(map, ids) {
      check()
      kept.set(
        map,
        of(map).filter(({ version }) => !ids.includes(version.id)),
      )
    },
    async rewrite(map, change) {
      check()
      const changed = of(map).map(({ version, state }) => ({ version, state: change(state) }))
      kept.set(map, changed)
      return []
    },
  }
}
