import { describe, expect, test } from 'vitest'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { KeyRecord } from './key-store.ts'
import type { KeyId, SecretHash } from './names.ts'
import type { Stores } from './stores.ts'
import type { KeptBallot, KeptWorkshop, KeptWriting } from './workshop-store.ts'
import { MAP, OTHER, storesWithTwoMaps } from '../../test/two-maps.ts'

function writing(id: string, text: string, more: Partial<KeptWriting> = {}): KeptWriting {
  return { id, prompt: 'purpose', person: 'ana', voice: 'sales', text, late: false, readers: 'author', ...more }
}

const ballot = (vote: string, person: string, dots: Readonly<Record<string, number>>): KeptBallot => ({
  vote,
  person,
  dots,
})

function keyOf(map: MapId, id: string): KeyRecord {
  const hash = `hash of ${id}` as SecretHash
  const at = { createdAt: 1 as EpochMs, expiresAt: null, revokedAt: null }
  return { id: id as KeyId, map, hash, role: 'commenter', label: 'Workshop', ...at }
}

/** Without the order, which says nothing. */
function whatIs(kept: KeptWorkshop | null) {
  if (kept === null) return null
  const sorted = <Thing>(things: readonly Thing[]) => things.map((thing) => JSON.stringify(thing)).toSorted()
  return { ...kept, writings: sorted(kept.writings), ballots: sorted(kept.ballots) }
}

function kept(run: string, state: string, more: Partial<KeptWorkshop> = {}) {
  return whatIs({ run, state, writings: [], ballots: [], lost: 0, code: null, ...more })
}

export function describeWorkshopStore(adapter: string, open: () => Promise<Stores>) {
  const withStores = storesWithTwoMaps(open)
  describe(`${adapter} keeps the workshop store contract`, () => {
    test(
      '[WK3] gives the writing that was saved, one an id',
      withStores(async ({ workshops }) => {
        expect(await workshops.load(MAP)).toBeNull()
        const [first, second] = [writing('a', 'Näher dran'), writing('b', '', { person: 'Élodie', voice: null })]
        await workshops.save(MAP, { run: '1', state: '{"é":1}', writings: [first, second] })
        await workshops.save(OTHER, { run: '9', state: 'other' })
        expect(whatIs(await workshops.load(MAP))).toEqual(kept('1', '{"é":1}', { writings: [first, second] }))
        const changed = writing('a', 'x'.repeat(50_000), { late: true })
        await workshops.save(MAP, { run: '1', state: '2', writings: [changed], takenBack: ['b', 'nothing'] })
        expect(whatIs(await workshops.load(MAP))).toEqual(kept('1', '2', { writings: [changed] }))
        expect(whatIs(await workshops.load(OTHER))).toEqual(kept('9', 'other'))
      }),
    )

    test(
      '[WK3] knows an author still when the text is open to all, with a name and without',
      withStores(async ({ workshops }) => {
        const mine = [writing('a', 'one'), writing('b', 'two'), writing('c', 'three')]
        await workshops.save(MAP, { run: '1', state: '1', writings: mine })
        const opened = [writing('a', 'one', { readers: 'all' }), writing('b', 'two', { readers: 'all-named' })]
        await workshops.save(MAP, { run: '1', state: '2', writings: opened })
        const all = [...opened, ...mine.slice(2)]
        expect(whatIs(await workshops.load(MAP))).toEqual(kept('1', '2', { writings: all }))
        await workshops.save(MAP, { run: '1', state: '3', takenBack: ['a', 'b', 'c'] })
        expect(whatIs(await workshops.load(MAP))).toEqual(kept('1', '3'))
      }),
    )

    test(
      '[WK3] [WK4] keeps one ballot a vote and person, until the vote is closed',
      withStores(async ({ workshops }) => {
        const [ana, ben] = [ballot('v1', 'ana', { 'block-1': 2, 'block-1:sales': 1 }), ballot('v1', 'ben', { x: 3 })]
        await workshops.save(MAP, { run: '1', state: '1', ballots: [ballot('v1', 'ana', { x: 1 }), ben] })
        await workshops.save(MAP, { run: '1', state: '1', ballots: [ana, ballot('v2', 'ana', { y: 1 })] })
        const both = { ballots: [ana, ben, ballot('v2', 'ana', { y: 1 })] }
        expect(whatIs(await workshops.load(MAP))).toEqual(kept('1', '1', both))
        await workshops.save(MAP, { run: '1', state: '2', ballots: [ballot('v1', 'ben', {})] })
        await workshops.save(MAP, { run: '1', state: '3', closed: ['v2'] })
        expect(whatIs(await workshops.load(MAP))).toEqual(kept('1', '3', { ballots: [ana] }))
        await workshops.save(MAP, { run: '1', state: '4', closed: ['v1', 'v3'] })
        expect(whatIs(await workshops.load(MAP))).toEqual(kept('1', '4'))
      }),
    )
  })
  describeRuns(adapter, open)
  describeCodes(adapter, open)
}

function describeRuns(adapter: string, open: () => Promise<Stores>) {
  const withStores = storesWithTwoMaps(open)
  describe(`${adapter} keeps workshops apart`, () => {
    test(
      '[WK2] saves in the order in which it is told to, without anybody waiting',
      withStores(async ({ workshops }) => {
        const texts = Array.from({ length: 40 }, (_, n) => `text ${n}`)
        const all = texts.map((text, n) =>
          workshops.save(MAP, {
            run: '1',
            state: text,
            writings: [writing('a', text)],
            ballots: [ballot('v', 'ana', { x: n + 1 })],
          }),
        )
        await Promise.all(all)
        const last = { writings: [writing('a', 'text 39')], ballots: [ballot('v', 'ana', { x: 40 })] }
        expect(whatIs(await workshops.load(MAP))).toEqual(kept('1', 'text 39', last))
      }),
    )

    test(
      '[WK6] begins the next run empty',
      withStores(async ({ workshops }) => {
        const change = { writings: [writing('a', 'one')], ballots: [ballot('v', 'ana', { x: 1 })] }
        await workshops.save(MAP, { run: '1', state: '1', ...change })
        await workshops.save(MAP, { run: '2', state: '2' })
        expect(whatIs(await workshops.load(MAP))).toEqual(kept('2', '2'))
        await workshops.save(MAP, { run: '2', state: '3', ...change })
        expect(whatIs(await workshops.load(MAP))).toEqual(kept('2', '3', change))
      }),
    )

    test(
      '[WK3] [WK6] keeps of earlier runs what was open to all, and counts what is gone',
      withStores(async ({ workshops }) => {
        expect(await workshops.runs(MAP)).toEqual([])
        const [open, named] = [writing('b', 'two', { readers: 'all' }), writing('c', 'three', { readers: 'all-named' })]
        const ballots = [ballot('v', 'ana', { x: 1 })]
        await workshops.save(MAP, { run: '2', state: 'first', writings: [writing('a', 'one'), open, named], ballots })
        await workshops.save(OTHER, { run: '9', state: 'other' })
        await workshops.save(MAP, { run: '1', state: 'second' })
        const [second, first] = [
          { run: '1', state: 'second' },
          { run: '2', state: 'first' },
        ]
        expect(await workshops.runs(MAP)).toEqual([second, first])
        const left = { writings: [{ ...open, person: '' }, named], lost: 1 }
        expect(whatIs(await workshops.load(MAP, '2'))).toEqual(kept('2', 'first', left))
        expect(whatIs(await workshops.load(MAP, '1'))).toEqual(kept('1', 'second'))
        expect([await workshops.load(MAP, '9'), await workshops.load(OTHER, '2')]).toEqual([null, null])
      }),
    )

    test(
      '[WK8] keeps nothing of a map that is not there, and goes with its map',
      withStores(async ({ workshops, maps }) => {
        const save = (map: MapId) => workshops.save(map, { run: '1', state: '1', writings: [writing('a', 'one')] })
        await expect(save('nowhere' as MapId)).rejects.toThrow(/./)
        expect(await workshops.load('nowhere' as MapId)).toBeNull()
        await save(MAP)
        await save(OTHER)
        await maps.remove(MAP)
        expect(await workshops.load(MAP)).toBeNull()
        await expect(save(MAP)).rejects.toThrow(/./)
        expect(whatIs(await workshops.load(OTHER))).toEqual(kept('1', '1', { writings: [writing('a', 'one')] }))
      }),
    )
  })
}

function describeCodes(adapter: string, open: () => Promise<Stores>) {
  const withStores = storesWithTwoMaps(open)
  const start = (map: MapId, run: string, code: string) => ({ run, state: '', code: { code, key: keyOf(map, code) } })
  describe(`${adapter} keeps codes of workshops`, () => {
    test(
      '[WK6] [WK7] leads by a code to one map and its key, until the code goes or another run begins',
      withStores(async ({ workshops, keys }) => {
        await workshops.save(MAP, start(MAP, '1', 'AAAAAA'))
        await workshops.save(OTHER, start(OTHER, '7', 'BBBBBB'))
        expect(await workshops.byCode('AAAAAA')).toEqual({ map: MAP, run: '1', key: 'AAAAAA' })
        expect(await workshops.byCode('aaaaaa')).toBeNull()
        expect(await keys.list(MAP)).toEqual([keyOf(MAP, 'AAAAAA')])
        await workshops.save(MAP, { run: '1', state: 'more' })
        expect(whatIs(await workshops.load(MAP))).toEqual(kept('1', 'more', { code: 'AAAAAA' }))
        await workshops.save(MAP, start(MAP, '1', 'CCCCCC'))
        await workshops.save(OTHER, { run: '8', state: '' })
        expect([await workshops.byCode('AAAAAA'), await workshops.byCode('BBBBBB')]).toEqual([null, null])
        await workshops.save(MAP, { run: '1', state: 'end', code: null })
        expect(await workshops.byCode('CCCCCC')).toBeNull()
        expect(whatIs(await workshops.load(MAP))).toEqual(kept('1', 'end'))
        expect((await keys.list(MAP)).map(({ id }) => id)).toEqual(['AAAAAA', 'CCCCCC'])
      }),
    )

    test(
      '[WK1] [WK7] refuses a code that another map has, and all that goes with it',
      withStores(async ({ workshops, keys, maps }) => {
        await workshops.save(MAP, start(MAP, '1', 'AAAAAA'))
        const second = start(OTHER, '7', 'AAAAAA')
        const again = { ...second, code: { ...second.code, key: keyOf(OTHER, 'another') } }
        await expect(workshops.save(OTHER, again)).rejects.toThrow(/./)
        expect([await workshops.load(OTHER), await keys.list(OTHER)]).toEqual([null, []])
        await maps.remove(MAP)
        expect(await workshops.byCode('AAAAAA')).toBeNull()
        await workshops.save(OTHER, again)
        expect(await workshops.byCode('AAAAAA')).toEqual({ map: OTHER, run: '7', key: 'another' })
      }),
    )
  })
}
