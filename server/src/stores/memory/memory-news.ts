import { AppError } from '@throughline/shared/errors'
import type { MapId } from '@throughline/shared/schema'
import type { KeptStates, NewsStore } from '../news-store.ts'

export type KeptNews<Kept> = Map<MapId, { readonly kept: Kept; readonly states: KeptStates }>

/** `isThere` throws when the stores are closed. */
export function memoryNews<Kept extends { readonly map: MapId }>(
  all: KeptNews<Kept>,
  isThere: (map: MapId) => boolean,
): NewsStore<Kept> {
  return {
    async put(kept, states = {}) {
      if (!isThere(kept.map)) throw new AppError('unknown-map', 'There is no such map.')
      const before = all.get(kept.map)?.states ?? { told: null, next: null }
      all.set(kept.map, { kept, states: { ...before, ...states } })
    },
    async get(map) {
      return isThere(map) ? (all.get(map)?.kept ?? null) : null
    },
    async list() {
      return [...all.values()].map(({ kept }) => kept)
    },
    async states(map) {
      return all.get(map)?.states ?? { told: null, next: null }
    },
    async rewrite(map, change) {
      const found = all.get(map)
      if (found === undefined) return
      const { told, next } = found.states
      const changed = (state: string | null) => (state === null ? null : change(state))
      all.set(map, { kept: found.kept, states: { told: changed(told), next: changed(next) } })
    },
    async remove(map) {
      all.delete(map)
    },
  }
}
