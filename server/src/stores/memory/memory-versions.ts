import type { MapId } from '@throughline/shared/schema'
import type { KeptVersion, VersionStore } from '../version-store.ts'

export type KeptVersions = Map<MapId, (KeptVersion & { readonly isMark?: boolean })[]>

export function memoryVersions(kept: KeptVersions, check: () => void): VersionStore {
  const of = (map: MapId) => kept.get(map) ?? []
  const newestFirst = (map: MapId) => of(map).toSorted((a, b) => b.version.at - a.version.at)
  return {
    async add(map, version, state) {
      check()
      kept.set(map, [{ version, state }, ...of(map)])
    },
    async mark(map, { id, at }, state) {
      check()
      kept.set(map, [{ version: { id, at, name: '', by: '', auto: true }, state, isMark: true }, ...of(map)])
    },
    async marks(map) {
      check()
      return newestFirst(map).flatMap(({ version: { id, at }, isMark }) => (isMark === true ? [{ id, at }] : []))
    },
    async keepsAny(map) {
      check()
      return of(map).length > 0
    },
    async until(map, at) {
      check()
      const found = newestFirst(map).find(({ version }) => version.at <= at)
      return found === undefined ? null : { at: found.version.at, state: found.state }
    },
    async list(map) {
      check()
      return newestFirst(map).flatMap(({ version, isMark }) => (isMark === true ? [] : [version]))
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
      const changed = of(map).map(({ state, ...about }) => ({ ...about, state: change(state) }))
      kept.set(map, changed)
      return []
    },
  }
}
