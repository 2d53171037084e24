/** Stores with two maps in them whose names begin alike, for the contract suites of what belongs to a map. */
import type { EpochMs, MapId } from '@throughline/shared/schema'
import { newMapEpoch } from '../src/stores/names.ts'
import type { Stores } from '../src/stores/stores.ts'

export const MAP = 'map-a' as MapId
export const OTHER = 'map-ab' as MapId

/** Opens them for one test, and closes them however it ends. */
export type WithStores = (work: (stores: Stores) => Promise<void>) => () => Promise<void>

export function storesWithTwoMaps(open: () => Promise<Stores>): WithStores {
  return (work) => async () => {
    const stores = await open()
    try {
      for (const id of [MAP, OTHER])
        await stores.maps.make({
          map: { id, title: '', createdAt: 1 as EpochMs, epoch: newMapEpoch() },
          keys: [],
          canvas: new Uint8Array([1]),
        })
      await work(stores)
    } finally {
      await stores.close()
    }
  }
}
