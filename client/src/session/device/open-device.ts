/**
 * The one database in which this browser keeps maps: what came from the server, and what has not got there yet.
 * Null where the browser keeps nothing (private windows, storage forbidden, a disk that is full).
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Role } from '@throughline/shared/access'
import type { MapId } from '@throughline/shared/schema'

export interface KeptMap {
  /** `<map>/<epoch>` */
  readonly doc: string
  readonly map: MapId
  readonly epoch: string
  readonly role: Role
  readonly person: string | null
  /** Milliseconds since 1970, by this machine's clock. */
  readonly openedAt: number
}

export interface KeptUpdate {
  readonly doc: string
  readonly bytes: Uint8Array
}

export interface DeviceSchema extends DBSchema {
  maps: { key: string; value: KeptMap; indexes: { map: string } }
  /** What the server has, for all this browser knows. */
  settled: { key: number; value: KeptUpdate; indexes: { doc: string } }
  /** Edits made here that no receipt covers. */
  unsent: { key: number; value: KeptUpdate; indexes: { doc: string } }
}

export type Device = IDBPDatabase<DeviceSchema>

const NAME = 'throughline'
const VERSION = 1
/** Another window with an older version may hold it; the map must not wait for that. */
const OPEN_WITHIN_MS = 3_000

export const docKey = (map: MapId, epoch: string): string => `${map}/${epoch}`
/** The comments beside the canvas that `docKey` names. */
export const commentsKey = (canvas: string): string => `${canvas}/comments`

let opening: Promise<Device | null> | null = null

export function openDevice(): Promise<Device | null> {
  opening ??= open()
  return opening
}

const losses = new Set<() => void>()

/** Calls when the database has gone from under this window: thrown away to make room, or by somebody's hand. */
export function onDeviceLost(listener: () => void): () => void {
  losses.add(listener)
  return () => losses.delete(listener)
}

function lose(): void {
  closeDevice()
  for (const listener of losses) listener()
}

/** For tests: the next `openDevice` opens anew. */
export function closeDevice(): void {
  void opening?.then((device) => device?.close())
  opening = null
}

async function open(): Promise<Device | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), OPEN_WITHIN_MS))
  try {
    const device = openDB<DeviceSchema>(NAME, VERSION, {
      upgrade(db) {
        db.createObjectStore('maps', { keyPath: 'doc' }).createIndex('map', 'map')
        for (const name of ['settled', 'unsent'] as const)
          db.createObjectStore(name, { autoIncrement: true }).createIndex('doc', 'doc')
      },
      // Somebody erases it, or a newer version of the page wants to change it: this window gives way and asks again.
      blocking: lose,
      terminated: lose,
    })
    return await Promise.race([device, late])
  } catch {
    return null // nothing is kept here, and whoever edits is told so
  }
}

/** Removes what is kept under one key. @throws when the storage is gone */
export async function forgetDocument(device: Device, doc: string): Promise<void> {
  const tx = device.transaction(['settled', 'unsent'], 'readwrite')
  for (const name of ['settled', 'unsent'] as const)
    for (const key of await tx.objectStore(name).index('doc').getAllKeys(doc)) await tx.objectStore(name).delete(key)
  await tx.done
}
