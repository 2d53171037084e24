/** More of everything than a map has: what is read, what is left out, and that everybody reads the same. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LIMITS, type BlockId } from '../schema/index.ts'
import { BlockRoster } from './block-roster.ts'
import { MapReader, openMapDoc, readMap, type MapDoc } from './index.ts'

const block = (made?: number, kind = 'value') =>
  new Y.Map<unknown>([['kind', kind], ...(made === undefined ? [] : ([['createdAt', made]] as const))])

function put(map: MapDoc, count: number, prefix: string, made?: number): void {
  map.doc.transact(() => {
    for (let n = 0; n < count; n += 1) map.blocks.set(`${prefix}${String(n).padStart(5, '0')}`, block(made))
  })
}

const problems = (map: MapDoc) => readMap(map).ignored.map(({ path, problem }) => `${path}: ${problem}`)

test('exactly as many blocks as a map has are all read, and nothing is said', () => {
  const map = openMapDoc(new Y.Doc())
  put(map, LIMITS.blocks, 'b')
  expect(readMap(map).map.blocks.size).toBe(LIMITS.blocks)
  expect(problems(map)).toEqual([])
})

test('one block more is left out and said once; it comes back when another goes', () => {
  const map = openMapDoc(new Y.Doc())
  put(map, LIMITS.blocks, 'b', 1_000)
  map.blocks.set('a-late-one', block(2_000))
  const reader = new MapReader(map)
  expect(reader.read().map.blocks.size).toBe(LIMITS.blocks)
  expect(reader.read().map.blocks.has('a-late-one' as BlockId)).toBe(false)
  expect(problems(map)).toEqual([`blocks: more than ${LIMITS.blocks} blocks`])
  ;(map.blocks.get('b00007') as Y.Map<unknown>).set('deletedAt', 3_000)
  expect(reader.read().map.blocks.has('a-late-one' as BlockId)).toBe(true)
  expect(reader.read()).toEqual(readMap(map))
  expect(reader.read().ignored).toEqual([])
  reader.close()
})

test('a flood of blocks that do not say when they were made takes nobody’s own blocks away', () => {
  const map = openMapDoc(new Y.Doc())
  map.blocks.set('zz-ours', block(1_790_000_000_000, 'purpose'))
  put(map, 20_000, 'a')
  expect(readMap(map).map.blocks.has('zz-ours' as BlockId)).toBe(true)
  expect(readMap(map).map.blocks.size).toBe(LIMITS.blocks)
})

test('links and voices over their limits are left out and said', () => {
  const map = openMapDoc(new Y.Doc())
  put(map, 200, 'b')
  map.doc.transact(() => {
    let made = 0
    for (let from = 0; made <= LIMITS.links; from += 1)
      for (let to = from + 1; to < 200 && made <= LIMITS.links; to += 1, made += 1) {
        const ends = [from, to].map((n) => `b${String(n).padStart(5, '0')}`)
        map.links.set(`l${made}`, { from: ends[0], to: ends[1] })
      }
    for (let n = 0; n <= LIMITS.voices; n += 1) map.voices.set(`v${n}`, { name: `Voice ${n}`, order: n })
  })
  const { map: read } = readMap(map)
  expect([read.links.length, read.voices.length]).toEqual([LIMITS.links, LIMITS.voices])
  expect(problems(map)).toEqual([`voices: more than ${LIMITS.voices} voices`, `links: more than ${LIMITS.links} links`])
  map.links.delete('l0')
  map.voices.delete('v0')
  expect(problems(map)).toEqual([])
})

test('of a hundred thousand things that are no blocks a hundred lines are listed, and that there are more', () => {
  const map = openMapDoc(new Y.Doc())
  map.doc.transact(() => {
    for (let n = 0; n < 100_000; n += 1) map.blocks.set(`x${n}`, n)
  })
  const said = problems(map)
  expect(said).toHaveLength(101)
  expect(said.at(-1)).toBe('blocks: more of the kind')
})

test('[BR1] whatever is written in whatever order, a roster that saw it come chooses what a new one does', () => {
  const anyWrite = fc.record({
    key: fc.integer({ min: 0, max: LIMITS.blocks + 4 }).map((n) => `b${n}`),
    what: fc.constantFrom('older', 'younger', 'unsaid', 'deleted', 'gone', 'junk'),
    made: fc.integer({ min: 1, max: 3_000 }),
  })
  const write = (map: MapDoc, { key, what, made }: { key: string; what: string; made: number }): void => {
    if (what === 'gone') map.blocks.delete(key)
    else if (what === 'junk') map.blocks.set(key, 7)
    else if (what === 'unsaid') map.blocks.set(key, block())
    else if (what === 'deleted')
      map.blocks.set(
        key,
        new Y.Map<unknown>([
          ['kind', 'value'],
          ['createdAt', made],
          ['deletedAt', 1],
        ]),
      )
    else map.blocks.set(key, block(what === 'older' ? made : made + 10_000))
  }
  fc.assert(
    fc.property(fc.array(fc.array(anyWrite, { minLength: 1, maxLength: 5 }), { maxLength: 6 }), (rounds) => {
      const map = openMapDoc(new Y.Doc())
      map.doc.transact(() => {
        for (let n = 0; n < LIMITS.blocks + 3; n += 1) map.blocks.set(`b${n}`, block(5_000))
      })
      const roster = new BlockRoster(map.blocks)
      roster.ids(new Set())
      for (const writes of rounds) {
        map.doc.transact(() => writes.forEach((one) => write(map, one)))
        const fresh = new BlockRoster(map.blocks)
        expect(roster.ids(new Set(writes.map(({ key }) => key)))).toEqual(fresh.ids(new Set()))
        expect(roster.isFull).toBe(fresh.isFull)
      }
    }),
    { numRuns: 20 },
  )
})
