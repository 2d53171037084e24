import { describe, expect, test } from 'vitest'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { Version, VersionId } from '@throughline/shared/versions'
import { newMapEpoch } from './names.ts'
import type { Stores } from './stores.ts'

const MAP = 'map-a' as MapId
const OTHER = 'map-ab' as MapId

function version(id: string, at: number, more: Partial<Version> = {}): Version {
  return { id: id as VersionId, name: '', at: at as EpochMs, by: 'Ana, Ben', auto: true, ...more }
}

const ids = (versions: readonly Version[]) => versions.map(({ id }) => id as string)

/** Some 100 kB that hardly compress by themselves, and differ in one word. */
const large = (word: string) =>
  Array.from({ length: 5_000 }, (_, n) => (n === 2_500 ? word : Math.sin(n).toString(36))).join(' ')

export function describeVersionStore(adapter: string, open: () => Promise<Stores>) {
  const withStores = (work: (stores: Stores) => Promise<void>) => async () => {
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

  describe(`${adapter} keeps the version store contract`, () => {
    test(
      '[VS1] [VS2] gives each state as it was, and lists them newest first',
      withStores(async ({ versions }) => {
        const states = ['{"title":"å"}', large('one'), large('two'), '{}', large('two')]
        for (const [n, state] of states.entries()) await versions.add(MAP, version(`v${n}`, 10 + (n >> 1)), state)
        expect(ids(await versions.list(MAP))).toEqual(['v4', 'v3', 'v2', 'v1', 'v0'])
        for (const [n, state] of states.entries())
          expect(await versions.read(MAP, `v${n}` as VersionId)).toEqual({
            version: version(`v${n}`, 10 + (n >> 1)),
            state,
          })
      }),
    )

    test(
      '[VS3] takes away what it is told, and nothing else',
      withStores(async ({ versions }) => {
        for (const n of [0, 1, 2, 3]) await versions.add(MAP, version(`v${n}`, n), large(`${n}`))
        await versions.add(OTHER, version('v9', 1), 'other')
        await versions.remove(MAP, ['v0', 'v2', 'v9', 'nobody'] as VersionId[])
        expect(ids(await versions.list(MAP))).toEqual(['v3', 'v1'])
        expect((await versions.read(MAP, 'v1' as VersionId))?.state).toBe(large('1'))
        expect((await versions.read(MAP, 'v3' as VersionId))?.state).toBe(large('3'))
        expect((await versions.read(OTHER, 'v9' as VersionId))?.state).toBe('other')
        await versions.remove(MAP, ['v1', 'v3'] as VersionId[])
        await versions.add(MAP, version('v5', 9), 'again')
        expect((await versions.read(MAP, 'v5' as VersionId))?.state).toBe('again')
      }),
    )

    test(
      '[VS5] knows none of an unknown map, and none of another map',
      withStores(async ({ versions }) => {
        await versions.add(MAP, version('v1', 1, { name: 'Agreed 12 March', by: '', auto: false }), 'a')
        expect(await versions.list('nowhere' as MapId)).toEqual([])
        expect(await versions.read(OTHER, 'v1' as VersionId)).toBeNull()
        expect(await versions.list(MAP)).toEqual([version('v1', 1, { name: 'Agreed 12 March', by: '', auto: false })])
      }),
    )

    test(
      '[VS6] has none of a map that is gone',
      withStores(async ({ maps, versions }) => {
        await versions.add(MAP, version('v1', 1), 'a')
        await versions.add(OTHER, version('v2', 1), 'b')
        await maps.remove(MAP)
        expect(await versions.list(MAP)).toEqual([])
        expect(await versions.read(MAP, 'v1' as VersionId)).toBeNull()
        expect(ids(await versions.list(OTHER))).toEqual(['v2'])
      }),
    )
  })
}
