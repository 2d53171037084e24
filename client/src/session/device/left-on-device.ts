/**
 * What this device keeps of a map that is not open: to open it while the server is out of reach, to hand back words that
 * never got there, and to forget it.
 */
import { openMapDoc, readMap, type MapDoc, type MapRead } from '@throughline/shared/doc'
import type { MapId } from '@throughline/shared/schema'
import * as Y from 'yjs'
import { forgetConflicts } from './kept-conflicts.ts'
import { commentsKey, docKey, openDevice, type KeptMap } from './open-device.ts'
import { unsentComments } from './unsent-comments.ts'
import { unsentWords, type UnsentWords } from './unsent-words.ts'

const STORES = ['maps', 'settled', 'unsent'] as const

/** The map as it was last open here; null where nothing is kept, or nothing has come of it yet. */
export async function keptMap(map: MapId): Promise<KeptMap | null> {
  const latest = (await keptLives(map)).toSorted((a, b) => b.openedAt - a.openedAt)[0]
  if (latest === undefined) return null
  return (await holding(latest)) === 'nothing' ? null : latest
}

/** What it says, with what was written here since; null as above. */
export async function readKeptMap(map: MapId): Promise<MapRead | null> {
  const kept = await keptMap(map)
  return kept === null ? null : readMap(openMapDoc((await readKept(kept.doc)).doc))
}

/** Of a map that opens without a network: whether edits made here wait for the server. */
export type Holding = 'map' | 'map-and-edits'

/** The maps that open from this device, as they were last open here. */
export async function heldMaps(): Promise<ReadonlyMap<MapId, Holding>> {
  try {
    const all = (await (await openDevice())?.getAll('maps')) ?? []
    const held = new Map<MapId, Holding>()
    for (const kept of all.toSorted((a, b) => a.openedAt - b.openedAt)) {
      const holds = await holding(kept)
      if (holds !== 'nothing') held.set(kept.map, holds)
    }
    return held
  } catch {
    return new Map() // the storage is gone, and so is what was in it
  }
}

async function holding({ doc }: KeptMap): Promise<Holding | 'nothing'> {
  const device = await openDevice()
  if (device === null) return 'nothing'
  for (const part of [doc, commentsKey(doc)])
    if ((await device.countFromIndex('unsent', 'doc', part)) > 0) return 'map-and-edits'
  return (await device.countFromIndex('settled', 'doc', doc)) > 0 ? 'map' : 'nothing'
}

/** A life of the map that is not the one that is open. */
export interface LeftLife {
  readonly mapDoc: MapDoc
  readonly words: UnsentWords
  /** False where nothing waits, or nothing that has words in it. */
  readonly hasWords: boolean
}

/**
 * What is kept of lives of the map other than this one; with null of all of them. The comments of the life `talks` are
 * left out: they are on their way.
 */
export async function leftLives(
  map: MapId,
  epoch: string | null,
  talks: string | null = null,
): Promise<readonly LeftLife[]> {
  try {
    const lives = (await keptLives(map)).filter((life) => life.epoch !== epoch)
    return await Promise.all(lives.map((life) => readLife(life.doc, life.epoch !== talks)))
  } catch {
    return [] // the storage is gone, and so is what was in it
  }
}

/** Removes the map from this device; what is kept of the named life stays. */
export async function forgetOnDevice(map: MapId, exceptEpoch: string | null = null): Promise<void> {
  forgetConflicts(map, exceptEpoch)
  const device = await openDevice()
  if (device === null) return
  try {
    const tx = device.transaction([...STORES], 'readwrite')
    const stays = exceptEpoch === null ? null : docKey(map, exceptEpoch)
    for (const { doc } of await tx.objectStore('maps').index('map').getAll(map))
      if (doc !== stays) await tx.objectStore('maps').delete(doc)
    // By their names: whoever only comments keeps comments, and no map.
    const ofMap = IDBKeyRange.bound(docKey(map, ''), docKey(map, '\uffff'))
    for (const name of ['settled', 'unsent'] as const) {
      const index = tx.objectStore(name).index('doc')
      const [keys, rows] = await Promise.all([index.getAllKeys(ofMap), index.getAll(ofMap)])
      for (const [at, key] of keys.entries()) {
        const doc = rows[at]?.doc
        if (stays === null || (doc !== stays && doc !== commentsKey(stays))) await tx.objectStore(name).delete(key)
      }
    }
    await tx.done
  } catch {
    // The storage is gone, and so is what was in it.
  }
}

/** Lets go of edits that the server will not take; the map as the server has it stays. */
export async function forgetUnsent(map: MapId, epoch: string, withComments: boolean): Promise<void> {
  const canvas = docKey(map, epoch)
  try {
    const tx = (await openDevice())?.transaction('unsent', 'readwrite')
    if (tx === undefined) return
    for (const doc of withComments ? [canvas, commentsKey(canvas)] : [canvas])
      for (const key of await tx.store.index('doc').getAllKeys(doc)) await tx.store.delete(key)
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

async function readLife(name: string, withComments: boolean): Promise<LeftLife> {
  const { doc, unsent } = await readKept(name)
  const talk = await readKept(commentsKey(name))
  const comments = withComments ? unsentComments(talk.doc, talk.unsent) : []
  const words = { ...unsentWords(doc, unsent), comments }
  const touches = words.blocks.some(({ touched }) => touched.length > 0)
  return { mapDoc: openMapDoc(doc), words, hasWords: words.title !== null || touches || words.comments.length > 0 }
}

async function readKept(name: string): Promise<{ readonly doc: Y.Doc; readonly unsent: readonly Uint8Array[] }> {
  const device = await openDevice()
  const settled = (await device?.getAllFromIndex('settled', 'doc', name)) ?? []
  const unsent = (await device?.getAllFromIndex('unsent', 'doc', name)) ?? []
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const { bytes } of [...settled, ...unsent]) Y.applyUpdate(doc, bytes)
  })
  return { doc, unsent: unsent.map(({ bytes }) => bytes) }
}
