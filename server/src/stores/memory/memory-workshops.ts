import { AppError } from '@throughline/shared/errors'
import type { MapId } from '@throughline/shared/schema'
import type { KeyRecord } from '../key-store.ts'
import type { CodeOf, KeptBallot, KeptWorkshop, KeptWriting, WorkshopChange, WorkshopStore } from '../workshop-store.ts'

/** By map, the run that was started last first. */
export type KeptWorkshops = Map<MapId, readonly KeptWorkshop[]>

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
    return found !== null && isThere(found.map) && all.get(found.map)?.[0]?.code === code ? found : null
  }
  const runsOf = (map: MapId) => (isThere(map) ? (all.get(map) ?? []) : [])
  return {
    byCode: async (code) => leadsTo(code),
    async load(map, run) {
      const runs = runsOf(map)
      return (run === undefined ? runs[0] : runs.find((one) => one.run === run)) ?? null
    },
    runs: async (map) => runsOf(map).map(({ run, state }) => ({ run, state })),
    async save(map, change) {
      if (!isThere(map)) throw new AppError('unknown-map', 'There is no such map.')
      const { run, code } = change
      if (code && (leadsTo(code.code)?.map ?? map) !== map) throw new AppError('unexpected', 'That code is taken.')
      const runs = runsOf(map)
      const kept = changed(runs.find((one) => one.run === run) ?? null, change)
      if (code) {
        addKey(code.key)
        keys.set(code.code, { map, run, key: code.key.id })
      }
      all.set(map, [kept, ...runs.filter((one) => one.run !== run).map(past)])
    },
  }
}

function changed(before: KeptWorkshop | null, change: WorkshopChange): KeptWorkshop {
  const { run, state, writings = [], takenBack = [], ballots = [], closed = [], code } = change
  const byId = new Map<string, KeptWriting>([...(before?.writings ?? []), ...writings].map((one) => [one.id, one]))
  for (const id of takenBack) byId.delete(id)
  const cast = new Map([...(before?.ballots ?? []), ...ballots].map((one) => [ballotId(one), one]))
  const open = [...cast.values()].filter(({ vote, dots }) => !closed.includes(vote) && Object.keys(dots).length > 0)
  const known = code === undefined ? (before?.code ?? null) : (code?.code ?? null)
  return { run, state, writings: [...byId.values()], ballots: open, lost: 0, code: known }
}

/** WK6: what of it was open to all. */
function past(kept: KeptWorkshop): KeptWorkshop {
  const open = kept.writings.filter(({ readers }) => readers !== 'author')
  const writings = open.map((one) => (one.readers === 'all' ? { ...one, person: '' } : one))
  return { ...kept, writings, ballots: [], code: null, lost: kept.lost + kept.writings.length - open.length }
}
