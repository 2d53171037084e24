import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import type { AssetId } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import type { AssetStore } from './asset-store.ts'
import type { Stores } from './stores.ts'

const m = 'm' as MapId
const mm = 'mm' as MapId
const id = (digit: string, ending = 'png') => `${digit.repeat(64)}.${ending}` as AssetId
const bytes = (...of: number[]) => new Uint8Array(of)
const ROOM = { count: 10, bytes: 1_000 }

async function contentOf(assets: AssetStore, map: MapId, asset: AssetId): Promise<readonly number[] | null> {
  const found = await assets.find(map, asset)
  if (found === null) return null
  const content = [...(await buffer(found.read()))]
  expect(content).toHaveLength(found.size)
  return content
}

export function describeAssetStore(adapter: string, open: () => Promise<Stores>) {
  describe(`${adapter} keeps the asset store contract`, () => {
    async function withAssets(work: (assets: AssetStore) => Promise<void>): Promise<void> {
      const stores = await open()
      try {
        await work(stores.assets)
      } finally {
        await stores.close()
      }
    }

    test('[AS1] [AS4] gives back what was added, on its own map only', () =>
      withAssets(async (assets) => {
        await assets.add(m, id('a'), bytes(1, 2, 3), ROOM)
        expect(await contentOf(assets, m, id('a'))).toEqual([1, 2, 3])
        expect(await contentOf(assets, mm, id('a'))).toBeNull()
        expect(await contentOf(assets, m, id('a', 'gif'))).toBeNull()
        expect(await contentOf(assets, m, '../m/x' as AssetId)).toBeNull()
      }))

    test('[AS1] what is handed over may change afterwards', () =>
      withAssets(async (assets) => {
        const given = bytes(1, 2)
        await assets.add(m, id('a'), given, ROOM)
        given.fill(9)
        expect(await contentOf(assets, m, id('a'))).toEqual([1, 2])
      }))

    test('[AS2] keeps one of two equals, also when they come at once, and when there is no room', () =>
      withAssets(async (assets) => {
        const room = { count: 1, bytes: 3 }
        await Promise.all([1, 2, 3].map(() => assets.add(m, id('a'), bytes(1, 2, 3), room)))
        await assets.add(m, id('a'), bytes(1, 2, 3), room)
        expect(await contentOf(assets, m, id('a'))).toEqual([1, 2, 3])
      }))

    test('[AS3] refuses what does not fit, however many come at once', () =>
      withAssets(async (assets) => {
        const add = (digit: string, size: number, room: typeof ROOM) =>
          assets.add(m, id(digit), new Uint8Array(size), room).then(
            () => 'kept',
            (error: { kind: string }) => error.kind,
          )
        const few = { count: 2, bytes: 1_000 }
        const answers = await Promise.all(['a', 'b', 'c', 'd'].map((digit) => add(digit, 5, few)))
        expect(answers.toSorted()).toEqual(['kept', 'kept', 'too-large', 'too-large'])
        expect(await add('e', 990, { count: 9, bytes: 1_000 })).toBe('kept')
        expect(await add('f', 1, { count: 9, bytes: 1_000 })).toBe('too-large')
        expect(await contentOf(assets, m, id('f'))).toBeNull()
      }))

    test('[AS5] removes the pictures of one map and no neighbour’s', () =>
      withAssets(async (assets) => {
        await assets.add(m, id('a'), bytes(1), ROOM)
        await assets.add(mm, id('a'), bytes(1), ROOM)
        await assets.removeAll(m)
        await assets.removeAll('none' as MapId)
        expect(await contentOf(assets, m, id('a'))).toBeNull()
        expect(await contentOf(assets, mm, id('a'))).toEqual([1])
      }))

    test('[AS6] refuses calls after it is closed', async () => {
      const stores = await open()
      await stores.close()
      const closed = { kind: 'storage-unavailable' }
      await expect(stores.assets.add(m, id('a'), bytes(1), ROOM)).rejects.toMatchObject(closed)
      await expect(stores.assets.find(m, id('a'))).rejects.toMatchObject(closed)
      await expect(stores.assets.removeAll(m)).rejects.toMatchObject(closed)
    })
  })
}
