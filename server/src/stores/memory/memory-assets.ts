/** Pictures that die with the process. Every promise of the port is kept but AS1. */
import { Readable } from 'node:stream'
import type { MapId } from '@throughline/shared/schema'
import { checkRoom, type AssetStore } from '../asset-store.ts'

/** `refuseWhenClosed` throws once the stores are closed. */
export function memoryAssets(refuseWhenClosed: () => void): AssetStore {
  const maps = new Map<MapId, Map<string, Uint8Array>>()
  return {
    async add(map, id, bytes, room) {
      refuseWhenClosed()
      const kept = maps.get(map) ?? new Map<string, Uint8Array>()
      if (kept.has(id)) return
      let held = 0
      for (const { length } of kept.values()) held += length
      checkRoom({ count: kept.size, bytes: held }, bytes.length, room)
      maps.set(map, kept.set(id, bytes.slice()))
    },
    async find(map, id) {
      refuseWhenClosed()
      const bytes = maps.get(map)?.get(id)
      return bytes === undefined ? null : { size: bytes.length, read: () => Readable.from([bytes]) }
    },
    async removeAll(map) {
      refuseWhenClosed()
      maps.delete(map)
    },
  }
}
