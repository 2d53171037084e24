/**
 * What this device keeps of a map that is not open: to open it while the server is out of reach, to hand back words that
 * never got there, and to forget it.
 */
import type { MapId } from '@throughline/shared/schema'
import * as Y from 'yjs'
import { docKey, openDevice, type KeptMap } from './open-device.ts'
import { unsentWords, type UnsentWords } from './unsent-words.ts'

const STORES = ['maps', 'settled', 'unsent'] as const

/** The map as it was last open here; null where nothing is kept. */
export async function keptMap(map: MapId): Promise<KeptMap | null> {
  const kept = await keptLives(map)
  return kept.toSorted((a, b) => b.openedAt - a.openedAt)[0] ?? null
}

/** Words that wait in lives of the map other than this one; with null in all of them. */
export async function leftWords(map: MapId, epoch: string | null): Promise<readonly UnsentWords[]> {
  try {
    const lives = (await keptLives(map)).filter((life) => life.epoch !== epoch)
    const words = await Promise.all(lives.map(({ doc }) => wordsOf(doc)))
    return words.filter(({ blocks, title }) => title !== null || blocks.some(({ touched }) => touched.length > 0))
  } catch {
    return [] // the storage is gone, and so is what was in it
  }
}

/** Removes the map from this device; what is kept of the named life stays. */
export async function forgetOnDevice(map: MapId, exceptEpoch: string | null = null): Promise<void> {
  const device = await openDevice()
  if (device === null) return
  try {
    const tx = device.transaction([...STORES], 'readwrite')
    for (const { doc } of await tx.objectStore('maps').index('map').getAll(map)) {
      if (exceptEpoch !== null && doc === docKey(map, exceptEpoch)) continue
      await tx.objectStore('maps').delete(doc)
      for (const name of ['settled', 'unsent'] as const)
        for (const key of await tx.objectStore(name).index('doc').getAllKeys(doc))
          await tx.objectStore(name).delete(key)
    }
    await tx.done
  } catch {
    // The storage is gone, and so is what was in it.
  }
}

async function keptLives(map: MapId): Promise<readonly KeptMap[]> {
  try {
    return (await (await openDevice())?.getAllFromIndex('maps', 'map', map)) ?? []
  } catch {
    return []
  }
}

async function wordsOf(name: string): Promise<UnsentWords> {
  const device = await openDevice()
  const settled = (await device?.getAllFromIndex('settled', 'doc', name)) ?? []
  const unsent = (await device?.getAllFromIndex('unsent', 'doc', name)) ?? []
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const { bytes } of [...settled, ...unsent]) Y.applyUpdate(doc, bytes)
  })
  return unsentWords(
    doc,
    unsent.map(({ bytes }) => bytes),
  )
}
