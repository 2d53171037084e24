import { describe, expect, test } from 'vitest'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { Version, VersionId } from '@throughline/shared/versions'
import type { Stores } from './stores.ts'
import { MAP, OTHER, storesWithTwoMaps, type WithStores } from '../../test/two-maps.ts'

function version(id: string, at: number, more: Partial<Version> = {}): Version {
  return { id: id as VersionId, name: '', at: at as EpochMs, by: 'Ana, Ben', auto: true, ...more }
}

const ids = (versions: readonly Version[]) => versions.map(({ id }) => id as string)

/** Some 100 kB that hardly compress by themselves, and differ in one word. */
const large = (word: string) =>
  Array.from({ length: 5_000 }, (_, n) => (n === 2_500 ? word : Math.sin(n).toString(36))).join(' ')

export function describeVersionStore(adapter: string, open: () => Promise<Stores>) {
  const withStores = storesWithTwoMaps(open)
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

    testRewriting(withStores)
    testMarks(withStores)

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

function testMarks(withStores: WithStores) {
  test(
    '[VS8] marks are in no list of versions, and found by their time as versions are',
    withStores(async ({ versions }) => {
      const mark = (id: string, at: number) => ({ id: id as VersionId, at: at as EpochMs })
      expect(await versions.until(MAP, 9 as EpochMs)).toBeNull()
      await versions.mark(OTHER, mark('m0', 1), large('none'))
      expect(await versions.keepsAny(MAP)).toBe(false)
      await versions.mark(MAP, mark('m1', 1), large('one'))
      expect(await versions.keepsAny(MAP)).toBe(true)
      await versions.add(MAP, version('v1', 3), large('two'))
      await versions.mark(MAP, mark('m2', 5), large('three'))
      await versions.mark(OTHER, mark('m3', 5), large('four'))
      expect(ids(await versions.list(MAP))).toEqual(['v1'])
      expect(await versions.marks(MAP)).toEqual([mark('m2', 5), mark('m1', 1)])
      const found = async (at: number) => (await versions.until(MAP, at as EpochMs))?.state
      expect(await found(0)).toBeUndefined()
      expect(await found(2)).toBe(large('one'))
      expect(await found(3)).toBe(large('two'))
      expect(await found(99)).toBe(large('three'))
      await versions.rewrite(MAP, (state) => state.replaceAll('one', ''))
      expect(await found(2)).toBe(large(''))
      await versions.remove(MAP, ['m2' as VersionId])
      expect(await versions.until(MAP, 99 as EpochMs)).toEqual({ at: 3, state: large('two') })
      await versions.remove(MAP, ['m1' as VersionId])
      expect(await versions.keepsAny(MAP)).toBe(true)
      await versions.remove(MAP, ['v1' as VersionId])
      expect(await versions.keepsAny(MAP)).toBe(false)
    }),
  )
}

function testRewriting(withStores: WithStores) {
  test(
    '[VS7] changes every state of a map and no other, and nothing else about them',
    withStores(async ({ versions }) => {
      const states = [large('one'), '{"word":"one"}', large('two'), large('one')]
      for (const [n, state] of states.entries()) await versions.add(MAP, version(`v${n}`, n, { name: `N${n}` }), state)
      await versions.add(OTHER, version('v9', 1), large('one'))
      const before = await versions.list(MAP)
      expect(await versions.rewrite(MAP, (state) => state.replaceAll('one', ''))).toEqual([])
      expect(await versions.list(MAP)).toEqual(before)
      for (const [n, state] of states.entries())
        expect((await versions.read(MAP, `v${n}` as VersionId))?.state).toBe(state.replaceAll('one', ''))
      expect((await versions.read(OTHER, 'v9' as VersionId))?.state).toBe(large('one'))
      await versions.add(MAP, version('v5', 9), large('three'))
      expect((await versions.read(MAP, 'v5' as VersionId))?.state).toBe(large('three'))
    }),
  )

  test(
    '[VS7] keeps all as it was when one cannot be changed',
    withStores(async ({ versions }) => {
      for (const n of [0, 1]) await versions.add(MAP, version(`v${n}`, n), large(`${n}`))
      const fails = (state: string) => {
        if (state === large('1')) throw new Error('no')
        return ''
      }
      await expect(versions.rewrite(MAP, fails)).rejects.toThrow('no')
      for (const n of [0, 1]) expect((await versions.read(MAP, `v${n}` as VersionId))?.state).toBe(large(`${n}`))
    }),
  )

  test(
    '[VS3] [VS7] adding, taking away and changing at once leaves each readable',
    withStores(async ({ versions }) => {
      await versions.add(MAP, version('v0', 0), large('one'))
      await Promise.all([
        versions.add(MAP, version('v1', 1), large('one, two')),
        versions.rewrite(MAP, (state) => state.replaceAll('one', '')),
        versions.remove(MAP, ['v0' as VersionId]),
        versions.add(MAP, version('v2', 2), large('three')),
      ])
      expect(ids(await versions.list(MAP))).toEqual(['v2', 'v1'])
      for (const { id } of await versions.list(MAP)) expect((await versions.read(MAP, id))?.state).toMatch(/two|three/)
    }),
  )
}
