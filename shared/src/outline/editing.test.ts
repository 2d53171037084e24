/** What editing in the outline goes by: lines, changing places, finding. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyMap, buildMap } from '../../test/index.ts'
import type { PositioningMap } from '../schema/index.ts'
import { findBlocks, keepEntries, linesOf, outlineOf, parentKindsOf, swapPlaces } from './index.ts'

const placed = (x: number, y: number, h = 160) => ({ frame: { x, y, w: 280, h, index: 'a1', parentId: '' } })

const MAP = buildMap({
  why: { kind: 'purpose', to: ['a', 'b'], with: placed(0, 0) },
  a: { kind: 'value', to: ['them', 'proofOfA'], with: placed(400, 0) },
  proofOfA: { kind: 'proof', with: placed(400, 200, 112) },
  b: { kind: 'value', to: ['them'], with: placed(400, 400) },
  them: { kind: 'audience', with: placed(800, 0) },
})

const read = (map: PositioningMap) => linesOf(outlineOf(map)).map(({ entry, level }) => `${level}${entry.block.id}`)

function moved(map: PositioningMap, first: string, second: string): PositioningMap {
  const lines = linesOf(outlineOf(map))
  const [a, b] = [first, second].map((id) => lines.find(({ entry }) => entry.block.id === id)?.entry)
  const frames = swapPlaces(map, a!, b!)
  return {
    ...map,
    blocks: new Map(
      [...map.blocks].map(([id, block]) => [id, { ...block, frame: frames?.get(id) ?? block.frame }] as const),
    ),
  }
}

describe('line by line', () => {
  test('it is read as it is nested, and a block that is reached twice has two lines', () => {
    expect(read(MAP)).toEqual(['0why', '1a', '2them', '2proofOfA', '1b', '2them'])
    expect(linesOf(outlineOf(MAP)).map(({ key }) => key)).toEqual([
      '>why',
      'why>a',
      'a>them',
      'a>proofOfA',
      'why>b',
      'b>them',
    ])
  })
  test('no two lines of any map have the same name', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const keys = linesOf(outlineOf(map)).map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })
  test('a block hangs under the kinds that the argument puts above it', () => {
    expect([
      parentKindsOf('purpose'),
      parentKindsOf('value'),
      parentKindsOf('audience'),
      parentKindsOf('proof'),
    ]).toEqual([[], ['purpose'], ['value'], ['purpose', 'value']])
  })
})

describe('changing places', () => {
  test('[RO1] [RO2] two values do, each with the proofs it has alone; what they share stays', () => {
    const after = moved(MAP, 'a', 'b')
    expect(read(after)).toEqual(['0why', '1b', '2them', '1a', '2them', '2proofOfA'])
    const at = (id: string) => [...after.blocks.values()].find((block) => block.id === id)?.frame
    expect([at('b')?.y, at('a')?.y, at('proofOfA')?.y, at('them')?.y]).toEqual([0, 400, 600, 0])
  })
  test('[RO1] two that stand side by side do so across', () => {
    const side = buildMap({ a: { kind: 'value', with: placed(0, 0) }, b: { kind: 'value', with: placed(400, 20) } })
    expect(read(moved(side, 'a', 'b'))).toEqual(['0b', '0a'])
  })
  test('[RO1] any two neighbours of one kind do', () => {
    const spot = fc.record({ x: fc.integer({ min: 0, max: 3000 }), y: fc.integer({ min: 0, max: 3000 }) })
    fc.assert(
      fc.property(spot, spot, (p, q) => {
        const two = buildMap({
          a: { kind: 'value', with: placed(p.x, p.y) },
          b: { kind: 'value', with: placed(q.x, q.y) },
        })
        fc.pre(p.x !== q.x || Math.abs(p.y - q.y) >= 48)
        const [first = '', second = ''] = read(two).map((line) => line.slice(1))
        expect(read(moved(two, first, second))).toEqual([`0${second}`, `0${first}`])
      }),
    )
  })
  test('a block that nobody has placed has no place to give', () => {
    const loose = buildMap({ a: { kind: 'value' }, b: { kind: 'value', with: placed(0, 0) } })
    const [b, a] = linesOf(outlineOf(loose))
    expect(swapPlaces(loose, b!.entry, a!.entry)).toBeNull()
  })
})

describe('finding', () => {
  const map = buildMap({
    one: {
      kind: 'value',
      statement: 'A person answers',
      tellings: { sales: 'We answer at night' },
      with: placed(0, 9),
    },
    two: { kind: 'proof', statement: 'Café Zürich', with: { ...placed(0, 900), tags: ['Night'] } },
  })
  const found = (query: string) => findBlocks(map, query).map(({ id }) => id)
  test('takes every word, anywhere in a block, in any case and accent', () => {
    expect(found('NIGHT')).toEqual(['one', 'two'])
    expect(found('night person')).toEqual(['one'])
    expect(found('cafe zurich')).toEqual(['two'])
    expect(found('   ')).toEqual([])
    expect(found('nobody')).toEqual([])
  })
})

describe('what has not changed', () => {
  test('stays the very same entry, and all else is as it would be anew', () => {
    const before = outlineOf(MAP)
    const proof = [...MAP.blocks.values()].find(({ id }) => id === 'proofOfA')!
    const map = { ...MAP, blocks: new Map([...MAP.blocks, [proof.id, { ...proof, statement: 'New' }]]) }
    const after = keepEntries(before, outlineOf(map))
    expect(after).toEqual(outlineOf(map))
    const under = (outline: typeof after) => outline.purposes[0]!.under
    expect(under(after)[1]).toBe(under(before)[1])
    expect(under(after)[0]).not.toBe(under(before)[0])
    expect(keepEntries(before, outlineOf(MAP)).purposes).toBe(before.purposes)
  })
  test('of any two maps', () => {
    fc.assert(
      fc.property(anyMap, anyMap, (a, b) => {
        expect(keepEntries(outlineOf(a), outlineOf(b))).toEqual(outlineOf(b))
      }),
    )
  })
})
