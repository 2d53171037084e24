/** Stores that die with the process: for tests and demonstrations. They keep every promise of the ports but DS2. */
import { AppError } from '@throughline/shared/errors'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import { docName, docNamesOf, type DocName, type KeyId, type SecretHash, type Seq } from '../names.ts'
import type { Compacted, DocStore } from '../doc-store.ts'
import type { KeyRecord, KeyStore } from '../key-store.ts'
import type { VersionId } from '@throughline/shared/versions'
import type { MapRecord, MapStore } from '../map-store.ts'
import type { Digest, Webhook } from '../news-store.ts'
import type { PersonRecord, PersonStore } from '../person-store.ts'
import { snapshotOf } from '../../rooms/snapshot-of.ts'
import type { Stores } from '../stores.ts'
import { memoryAssets } from './memory-assets.ts'
import { memoryChanges, type KeptChanges } from './memory-changes.ts'
import { memoryNews, type KeptNews } from './memory-news.ts'
import { memoryVersions, type KeptVersions } from './memory-versions.ts'
import { memoryWorkshops, type KeptWorkshops } from './memory-workshops.ts'

interface Kept {
  snapshot: { readonly state: Uint8Array; readonly stateVector: Uint8Array } | null
  tail: { seq: number; update: Uint8Array }[]
  seq: number
  changedAt: EpochMs
}

interface Memory {
  readonly docs: Map<DocName, Kept>
  readonly maps: Map<MapId, MapRecord>
  readonly frozen: Map<MapId, VersionId>
  readonly keys: Map<KeyId, KeyRecord>
  readonly sessions: Map<SecretHash, KeyId>
  readonly people: Map<string, PersonRecord>
  readonly versions: KeptVersions
  readonly changes: KeptChanges
  readonly webhooks: KeptNews<Webhook>
  readonly digests: KeptNews<Digest>
  readonly workshops: KeptWorkshops
  closed: boolean
}

export function openMemoryStores(): Stores {
  const memory: Memory = {
    docs: new Map(),
    maps: new Map(),
    frozen: new Map(),
    keys: new Map(),
    sessions: new Map(),
    people: new Map(),
    versions: new Map(),
    changes: { touches: new Map(), visits: new Map() },
    webhooks: new Map(),
    digests: new Map(),
    workshops: new Map(),
    closed: false,
  }
  const docs = memoryDocs(memory)
  const isThere = (map: MapId) => {
    refuseWhenClosed(memory)
    return memory.maps.has(map)
  }
  return {
    docs,
    maps: memoryMaps(memory, docs),
    keys: memoryKeys(memory),
    people: memoryPeople(memory),
    assets: memoryAssets(() => refuseWhenClosed(memory)),
    versions: memoryVersions(memory.versions, () => refuseWhenClosed(memory)),
    changes: memoryChanges(
      memory.changes,
      () => refuseWhenClosed(memory),
      (map) => memory.maps.has(map),
    ),
    webhooks: memoryNews(memory.webhooks, isThere),
    digests: memoryNews(memory.digests, isThere),
    workshops: memoryWorkshops({
      all: memory.workshops,
      isThere,
      addKey: (key) => memory.keys.set(key.id, key),
    }),
    check: async () => refuseWhenClosed(memory),
    close: async () => {
      memory.closed = true
    },
  }
}

function refuseWhenClosed(memory: Memory): void {
  if (memory.closed) throw new AppError('storage-unavailable', 'The storage is closed.')
}

function partsOf({ snapshot, tail }: Kept): readonly Uint8Array[] {
  const updates = tail.map(({ update }) => update)
  return snapshot === null ? updates : [snapshot.state, ...updates]
}

function memoryDocs(memory: Memory): DocStore {
  const headOf = (kept: Kept | undefined) => ({ seq: (kept?.seq ?? 0) as Seq, changedAt: kept?.changedAt ?? null })
  const compact = (doc: DocName): Compacted | null => {
    refuseWhenClosed(memory)
    const kept = memory.docs.get(doc)
    if (kept === undefined || kept.tail.length === 0) return null
    kept.snapshot = snapshotOf(partsOf(kept))
    kept.tail = []
    return { upTo: kept.seq as Seq, bytes: kept.snapshot.state.length }
  }
  return {
    async load(doc) {
      refuseWhenClosed(memory)
      const kept = memory.docs.get(doc)
      const parts = kept === undefined ? [] : partsOf(kept)
      const vector = kept?.snapshot?.stateVector ?? null
      return { ...headOf(kept), parts, tail: kept?.tail.length ?? 0, vector, damaged: 0 }
    },
    async head(doc) {
      refuseWhenClosed(memory)
      return headOf(memory.docs.get(doc))
    },
    async append(doc, update, at) {
      refuseWhenClosed(memory)
      const kept = memory.docs.get(doc) ?? { snapshot: null, tail: [], seq: 0, changedAt: at }
      memory.docs.set(doc, kept)
      kept.seq += 1
      kept.changedAt = at
      kept.tail.push({ seq: kept.seq, update })
      return kept.seq as Seq
    },
    compact: async (doc) => compact(doc),
    purge: async (doc) => compact(doc),
  }
}

function memoryMaps(memory: Memory, docs: DocStore): MapStore {
  return {
    async make({ map, keys, canvas }) {
      refuseWhenClosed(memory)
      if (memory.maps.has(map.id)) throw new AppError('unexpected', 'A map of that id exists already.')
      memory.maps.set(map.id, map)
      for (const key of keys) memory.keys.set(key.id, key)
      await docs.append(docName(map.id, 'canvas'), canvas, map.createdAt)
    },
    async get(id) {
      refuseWhenClosed(memory)
      const map = memory.maps.get(id)
      if (map === undefined) return null
      const canvas = memory.docs.get(docName(id, 'canvas'))
      return {
        ...map,
        revision: canvas?.seq ?? 0,
        changedAt: canvas?.changedAt ?? map.createdAt,
        frozen: memory.frozen.get(id) ?? null,
      }
    },
    async freeze(id, version) {
      refuseWhenClosed(memory)
      if (version === null || !memory.maps.has(id)) memory.frozen.delete(id)
      else memory.frozen.set(id, version)
    },
    async changedSince(at) {
      refuseWhenClosed(memory)
      return [...memory.maps.keys()].filter((id) => (memory.docs.get(docName(id, 'canvas'))?.changedAt ?? 0) >= at)
    },
    async remove(id) {
      refuseWhenClosed(memory)
      memory.maps.delete(id)
      memory.frozen.delete(id)
      memory.versions.delete(id)
      memory.changes.touches.delete(id)
      memory.changes.visits.delete(id)
      memory.webhooks.delete(id)
      memory.digests.delete(id)
      memory.workshops.delete(id)
      for (const doc of docNamesOf(id)) memory.docs.delete(doc)
      for (const key of [...memory.keys.values()]) if (key.map === id) memory.keys.delete(key.id)
      for (const [hash, key] of [...memory.sessions]) if (!memory.keys.has(key)) memory.sessions.delete(hash)
      for (const person of [...memory.people.values()]) if (person.map === id) memory.people.delete(person.id)
    },
  }
}

function memoryKeys(memory: Memory): KeyStore {
  return {
    async add(key) {
      refuseWhenClosed(memory)
      memory.keys.set(key.id, key)
    },
    async byHash(hash) {
      refuseWhenClosed(memory)
      return [...memory.keys.values()].find((key) => key.hash === hash) ?? null
    },
    async list(map) {
      refuseWhenClosed(memory)
      return [...memory.keys.values()].filter((key) => key.map === map)
    },
    async revoke(map, id, at) {
      refuseWhenClosed(memory)
      const key = memory.keys.get(id)
      if (key?.map !== map) return false
      memory.keys.set(id, { ...key, revokedAt: key.revokedAt ?? at })
      return true
    },
    async openSession(hash, key) {
      refuseWhenClosed(memory)
      memory.sessions.set(hash, key)
    },
    async bySession(hash) {
      refuseWhenClosed(memory)
      const key = memory.sessions.get(hash)
      return key === undefined ? null : (memory.keys.get(key) ?? null)
    },
  }
}

function memoryPeople(memory: Memory): PersonStore {
  return {
    async add(person) {
      refuseWhenClosed(memory)
      memory.people.set(person.id, person)
    },
    async rename(map, id, name) {
      refuseWhenClosed(memory)
      const person = memory.people.get(id)
      if (person?.map === map) memory.people.set(id, { ...person, name })
    },
    async byToken(map, token) {
      refuseWhenClosed(memory)
      return [...memory.people.values()].find((person) => person.map === map && person.token === token) ?? null
    },
    async list(map) {
      refuseWhenClosed(memory)
      return [...memory.people.values()].filter((person) => person.map === map)
    },
  }
}
