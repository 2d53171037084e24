/** One suite for the ports of maps, keys and people: what they promise, they promise about each other. */
import { describe, expect, test } from 'vitest'
import type { Role } from '@throughline/shared/access'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { VersionId } from '@throughline/shared/versions'
import type { KeyRecord } from './key-store.ts'
import { docName, newMapEpoch, type KeyId, type PersonId, type SecretHash } from './names.ts'
import type { PersonRecord } from './person-store.ts'
import type { Stores } from './stores.ts'

const at = (ms: number) => ms as EpochMs
const mapId = (id: string) => id as MapId

function key(id: string, map: string, role: Role = 'editor', expiresAt: number | null = null): KeyRecord {
  return {
    id: id as KeyId,
    map: mapId(map),
    hash: `hash of ${id}` as SecretHash,
    role,
    label: 'Élodie’s team',
    createdAt: at(1),
    expiresAt: expiresAt === null ? null : at(expiresAt),
    revokedAt: null,
  }
}

function person(id: string, map: string, voice: string | null = null): PersonRecord {
  return {
    id: id as PersonId,
    map: mapId(map),
    key: 'k' as KeyId,
    token: `token of ${id}` as SecretHash,
    name: 'Ana',
    voice,
    createdAt: at(5),
  }
}

async function make(stores: Stores, id: string, keys: readonly KeyRecord[] = []): Promise<void> {
  await stores.maps.make({
    map: { id: mapId(id), title: id, createdAt: at(1), epoch: newMapEpoch() },
    keys,
    canvas: new Uint8Array([1]),
  })
}

type Open = () => Promise<Stores>

/** Opens stores for a test's work, and closes them after it. */
function opener(open: Open) {
  return async (work: (stores: Stores) => Promise<void>): Promise<void> => {
    const stores = await open()
    try {
      await work(stores)
    } finally {
      await stores.close()
    }
  }
}

export function describeTables(adapter: string, open: Open) {
  describeMaps(adapter, open)
  describeKeys(adapter, open)
  describePeople(adapter, open)
}

function describeMaps(adapter: string, open: Open) {
  const withStores = opener(open)
  describe(`${adapter} keeps the map store contract`, () => {
    test('[MS1] makes map, keys and document at once, at revision 1', () =>
      withStores(async (stores) => {
        const keys = [key('k1', 'm', 'owner'), key('k2', 'm', 'viewer', 99)]
        await make(stores, 'm', keys)
        expect(await stores.maps.get(mapId('m'))).toEqual({
          epoch: expect.any(String),
          id: 'm',
          title: 'm',
          createdAt: 1,
          revision: 1,
          changedAt: 1,
          frozen: null,
        })
        expect(await stores.keys.list(mapId('m'))).toEqual(keys)
        expect((await stores.docs.load(docName(mapId('m'), 'canvas'))).parts).toHaveLength(1)
      }))

    test('[MS1] refuses an id that exists, and leaves nothing of the refused one', () =>
      withStores(async (stores) => {
        await make(stores, 'm', [key('k1', 'm')])
        await expect(make(stores, 'm', [key('k2', 'm')])).rejects.toThrow(/./)
        expect((await stores.keys.list(mapId('m'))).map(({ id }) => id)).toEqual(['k1'])
        await make(stores, 'n', [key('k3', 'n')])
        expect(await stores.maps.get(mapId('n'))).not.toBeNull()
      }))

    test('[MS1] counts every update of the canvas as a revision', () =>
      withStores(async (stores) => {
        await make(stores, 'm')
        await stores.docs.append(docName(mapId('m'), 'canvas'), new Uint8Array([2]), at(7))
        await stores.docs.append(docName(mapId('m'), 'comments'), new Uint8Array([2]), at(8))
        expect(await stores.maps.get(mapId('m'))).toMatchObject({ revision: 2, changedAt: 7 })
      }))

    test('[MS2] removes a map with all that belongs to it, and no neighbour', () =>
      withStores(async (stores) => {
        await make(stores, 'm', [key('k1', 'm')])
        await make(stores, 'mm', [key('k2', 'mm')])
        await stores.keys.openSession('s1' as SecretHash, 'k1' as KeyId, at(2))
        await stores.people.add(person('p1', 'm'))
        await stores.maps.remove(mapId('m'))
        await stores.maps.remove(mapId('never was'))
        expect(await stores.maps.get(mapId('m'))).toBeNull()
        expect(await stores.keys.byHash('hash of k1' as SecretHash)).toBeNull()
        expect(await stores.keys.bySession('s1' as SecretHash)).toBeNull()
        expect(await stores.people.list(mapId('m'))).toEqual([])
        expect((await stores.docs.load(docName(mapId('m'), 'canvas'))).parts).toEqual([])
        expect((await stores.docs.load(docName(mapId('mm'), 'canvas'))).parts).toHaveLength(1)
      }))

    test('[MS5] keeps which version readers are shown, of each map its own, until told otherwise', () =>
      withStores(async (stores) => {
        await make(stores, 'm')
        await make(stores, 'n')
        await stores.maps.freeze(mapId('m'), 'v1' as VersionId)
        await stores.maps.freeze(mapId('nobody'), 'v1' as VersionId)
        const frozen = async (id: string) => (await stores.maps.get(mapId(id)))?.frozen
        expect([await frozen('m'), await frozen('n'), await frozen('nobody')]).toEqual(['v1', null, undefined])
        await stores.maps.freeze(mapId('m'), null)
        expect(await frozen('m')).toBeNull()
      }))

    test('[MS4] gives the maps whose canvas has changed since', () =>
      withStores(async (stores) => {
        await make(stores, 'm')
        await make(stores, 'n')
        await stores.docs.append(docName(mapId('n'), 'canvas'), new Uint8Array([2]), at(9))
        await stores.docs.append(docName(mapId('m'), 'comments'), new Uint8Array([2]), at(9))
        expect(await stores.maps.changedSince(at(9))).toEqual(['n'])
        expect((await stores.maps.changedSince(at(0))).toSorted()).toEqual(['m', 'n'])
      }))

    test('[MS3] an unknown map is null', () =>
      withStores(async (stores) => {
        expect(await stores.maps.get(mapId('none'))).toBeNull()
      }))
  })
}

function describeKeys(adapter: string, open: Open) {
  const withStores = opener(open)
  describe(`${adapter} keeps the key store contract`, () => {
    test('[KS1] [KS2] finds keys by hash and lists those of one map in their order', () =>
      withStores(async (stores) => {
        await make(stores, 'm', [key('z', 'm')])
        await make(stores, 'n')
        await stores.keys.add(key('a', 'm', 'reader', 50))
        await stores.keys.add(key('b', 'n'))
        expect(await stores.keys.byHash('hash of a' as SecretHash)).toEqual(key('a', 'm', 'reader', 50))
        expect(await stores.keys.byHash('hash of x' as SecretHash)).toBeNull()
        expect((await stores.keys.list(mapId('m'))).map(({ id }) => id)).toEqual(['z', 'a'])
      }))

    test('[KS3] revokes for good, and only keys of the map', () =>
      withStores(async (stores) => {
        await make(stores, 'm', [key('k', 'm')])
        expect(await stores.keys.revoke(mapId('other'), 'k' as KeyId, at(3))).toBe(false)
        expect(await stores.keys.revoke(mapId('m'), 'none' as KeyId, at(3))).toBe(false)
        expect(await stores.keys.revoke(mapId('m'), 'k' as KeyId, at(3))).toBe(true)
        expect(await stores.keys.revoke(mapId('m'), 'k' as KeyId, at(9))).toBe(true)
        expect((await stores.keys.byHash('hash of k' as SecretHash))?.revokedAt).toBe(3)
      }))

    test('[KS4] a session stands for its key, with what the key has lost', () =>
      withStores(async (stores) => {
        await make(stores, 'm', [key('k', 'm')])
        await stores.keys.openSession('s' as SecretHash, 'k' as KeyId, at(2))
        await stores.keys.revoke(mapId('m'), 'k' as KeyId, at(3))
        expect(await stores.keys.bySession('s' as SecretHash)).toEqual({ ...key('k', 'm'), revokedAt: 3 })
        expect(await stores.keys.bySession('hash of k' as SecretHash)).toBeNull()
      }))
  })
}

function describePeople(adapter: string, open: Open) {
  const withStores = opener(open)
  describe(`${adapter} keeps the person store contract`, () => {
    test('[PS1] [PS2] finds people by token on their own map, and lists them as they came', () =>
      withStores(async (stores) => {
        await make(stores, 'm')
        await make(stores, 'n')
        await stores.people.add(person('z', 'm', 'sales'))
        await stores.people.add(person('a', 'm'))
        expect(await stores.people.byToken(mapId('m'), 'token of z' as SecretHash)).toEqual(person('z', 'm', 'sales'))
        expect(await stores.people.byToken(mapId('n'), 'token of z' as SecretHash)).toBeNull()
        expect((await stores.people.list(mapId('m'))).map(({ id }) => id)).toEqual(['z', 'a'])
      }))

    test('[PS3] somebody goes by another name, on their own map only, and keeps their place', () =>
      withStores(async (stores) => {
        await make(stores, 'm')
        await make(stores, 'n')
        await stores.people.add(person('z', 'm', 'sales'))
        await stores.people.add(person('a', 'm'))
        await stores.people.rename(mapId('n'), 'z' as PersonId, 'Nobody')
        await stores.people.rename(mapId('m'), 'z' as PersonId, 'Zoe')
        expect((await stores.people.list(mapId('m'))).map(({ id, name, voice }) => [id, name, voice])).toEqual([
          ['z', 'Zoe', 'sales'],
          ['a', person('a', 'm').name, null],
        ])
      }))
  })
}
