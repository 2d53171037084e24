import { AppError } from '@throughline/shared/errors'
import type { MapId } from '@throughline/shared/schema'
import type { KeyRecord } from '../key-store.ts'
import type { CodeOf, KeptBallot, KeptWorkshop, KeptWriting, WorkshopStore } from '../workshop-store.ts'

export type KeptWorkshops = Map<MapId, KeptWorkshop>

const ballotId = ({ vote, person }: KeptBallot) => `${vote} ${person}`

interface MemoryParts {
  readonly all: KeptWorkshops
  /** Throws when the stores are closed. */
  readonly isThere: (map: MapId) => boolean
  readonly addKey: (key: KeyRecord) => void
}

export function memoryWorkshops({ all, isThere, addKey }: MemoryParts): WorkshopStore {
  const keys = new Map<string, CodeOf>()
  const leadsTo = (code: string): CodeOf | null => {
    const found = keys.get(code) ?? null
    return found !== null && isThere(found.map) && all.get(found.map)?.code === code ? found : null
  }
  return {
    byCode: async (code) => leadsTo(code),
    async load(map) {
      return isThere(map) ? (all.get(map) ?? null) : null
    },
    async save(map, { run, state, writings = [], takenBack = [], ballots = [], closed = [], code }) {
      if (!isThere(map)) throw new AppError('unknown-map', 'There is no such map.')
      if (code && (leadsTo(code.code)?.map ?? map) !== map) throw new AppError('unexpected', 'That code is taken.')
      const kept = all.get(map)
      const before = kept?.run === run ? kept : { writings: [], ballots: [], code: null }
      const byId = new Map<string, KeptWriting>([...before.writings, ...writings].map((one) => [one.id, one]))
      for (const id of takenBack) byId.delete(id)
      const cast = new Map([...before.ballots, ...ballots].map((one) => [ballotId(one), one]))
      const open = [...cast.values()].filter(({ vote, dots }) => !closed.includes(vote) && Object.keys(dots).length > 0)
      if (code) {
        addKey(code.key)
        keys.set(code.code, { map, run, key: code.key.id })
      }
      const known = code === undefined ? before.code : (code?.code ?? null)
      all.set(map, { run, state, writings: [...byId.values()], ballots: open, lost: 0, code: known })
    },
  }
}
