import { describe, expect, test } from 'vitest'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { Touch } from './change-store.ts'
import type { Stores } from './stores.ts'
import { MAP, OTHER, storesWithTwoMaps } from '../../test/two-maps.ts'

const touch = (by: string, at: number): Touch => ({ by, at: at as EpochMs })

export function describeChangeStore(adapter: string, open: () => Promise<Stores>) {
  const withStores = storesWithTwoMaps(open)
  describe(`${adapter} keeps the change store contract`, () => {
    test(
      '[CS1] [CS2] the last touch of a thing is the one that is given',
      withStores(async ({ changes }) => {
        await changes.touch(
          MAP,
          new Map([
            ['a reworded', touch('ana', 1)],
            [' title', touch('', 2)],
          ]),
        )
        await changes.touch(OTHER, new Map([['a reworded', touch('ben', 9)]]))
        await changes.touch(MAP, new Map([['a reworded', touch('cleo', 3)]]))
        await changes.touch(MAP, new Map())
        expect([...(await changes.touches(MAP))].toSorted()).toEqual([
          [' title', touch('', 2)],
          ['a reworded', touch('cleo', 3)],
        ])
        expect((await changes.touches('nowhere' as MapId)).size).toBe(0)
      }),
    )

    test(
      '[CS3] a block that is forgotten takes its touches along, and no other’s',
      withStores(async ({ changes }) => {
        const things = ['a added', 'a reworded', 'ab added', 'a- moved', ' title', ' link:a']
        await changes.touch(MAP, new Map(things.map((thing) => [thing, touch('ana', 1)])))
        await changes.forget(MAP, new Set(['a', 'nobody']))
        expect([...(await changes.touches(MAP)).keys()].toSorted()).toEqual([
          ' link:a',
          ' title',
          'a- moved',
          'ab added',
        ])
      }),
    )

    test(
      '[CS1] people leave, each at a time of their own',
      withStores(async ({ changes }) => {
        expect(await changes.left(MAP, 'ana')).toBeNull()
        await changes.leave(MAP, 'ana', 5 as EpochMs)
        await changes.leave(MAP, 'ben', 6 as EpochMs)
        await changes.leave(MAP, 'ana', 7 as EpochMs)
        expect(await changes.left(MAP, 'ana')).toBe(7)
        expect(await changes.left(OTHER, 'ana')).toBeNull()
        expect([...(await changes.leavings(MAP))].toSorted()).toEqual([6, 7])
      }),
    )

    test(
      '[CS4] nothing of a map outlives it, and what comes too late is dropped',
      withStores(async ({ changes, maps }) => {
        await changes.touch(MAP, new Map([['a reworded', touch('ana', 1)]]))
        await changes.leave(MAP, 'ana', 5 as EpochMs)
        await maps.remove(MAP)
        await changes.touch(MAP, new Map([['a reworded', touch('ana', 2)]]))
        await changes.leave(MAP, 'ana', 6 as EpochMs)
        expect((await changes.touches(MAP)).size).toBe(0)
        expect(await changes.left(MAP, 'ana')).toBeNull()
      }),
    )
  })
}
