import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyMap, buildMap } from '../../test/index.ts'
import type { BlockId, PositioningMap } from '../schema/index.ts'
import { sayTrace, traceOf } from './index.ts'

const id = (name: string) => name as BlockId

/** Two values under one purpose; `alarm` is whole, `battery` lacks a proof, `stray` hangs on nothing but a relation. */
const MAP = buildMap({
  why: { kind: 'purpose', statement: 'No medicine is thrown away.', to: ['alarm', 'battery'] },
  alarm: { kind: 'value', statement: 'A person answers.', to: ['pharmacists'] },
  battery: { kind: 'value', statement: 'It works in a van', to: ['vans', 'stray'] },
  pharmacists: { kind: 'audience', statement: 'Pharmacists', to: ['vans'] },
  vans: { kind: 'audience', statement: 'Teams on the road.' },
  nights: { kind: 'proof', statement: '1,740 of 1,912 alarms', to: ['alarm'] },
  quote: { kind: 'proof', statement: '“I slept.”', to: ['alarm'] },
  law: { kind: 'proof', statement: 'The law says so', to: ['why', 'vans'] },
  stray: { kind: 'value', statement: '' },
})

function line(map: PositioningMap, start: string): readonly string[] {
  return [...(traceOf(map, id(start))?.blocks ?? [])].toSorted()
}
const breaks = (map: PositioningMap, start: string) =>
  traceOf(map, id(start))?.breaks.map(({ at, missing }) => `${at}: ${missing}`)

describe('the line', () => {
  test('of a value runs from its purpose to its audiences, with the proofs that hold it', () => {
    expect(line(MAP, 'alarm')).toEqual(['alarm', 'law', 'nights', 'pharmacists', 'quote', 'why'])
    expect(breaks(MAP, 'alarm')).toEqual([])
  })
  test('of a purpose is all that it leads to', () => {
    expect(line(MAP, 'why')).toEqual(['alarm', 'battery', 'law', 'nights', 'pharmacists', 'quote', 'vans', 'why'])
  })
  test('of an audience leaves out the values that serve others', () => {
    expect(line(MAP, 'vans')).toEqual(['battery', 'law', 'vans', 'why'])
  })
  test('of a proof is that of what it holds', () => {
    expect(line(MAP, 'nights')).toEqual(line(MAP, 'alarm'))
    expect(line(MAP, 'law')).toEqual(line(MAP, 'why'))
  })
  test('breaks where a purpose, an audience or a proof is missing', () => {
    expect(breaks(MAP, 'battery')).toEqual(['battery: proof'])
    expect(breaks(MAP, 'stray')).toEqual(['stray: purpose', 'stray: audience', 'stray: proof'])
    const lone = buildMap({
      why: { kind: 'purpose' },
      them: { kind: 'audience' },
      held: { kind: 'proof', to: ['them'] },
    })
    expect(['why', 'them', 'held'].flatMap((one) => breaks(lone, one))).toEqual([
      'why: value',
      'them: value',
      'held: value',
    ])
  })
  test('of a block that is gone is none', () => {
    expect(traceOf(MAP, id('gone'))).toBeNull()
    expect(sayTrace(MAP, id('gone'))).toBe('')
  })
  test('ends on cycles, and takes no link that merely relates', () => {
    const map = buildMap({
      a: { kind: 'value', to: ['b', 'them'] },
      b: { kind: 'value', to: ['c'] },
      c: { kind: 'value', to: ['a'] },
      them: { kind: 'audience', to: ['others'] },
      others: { kind: 'audience', to: ['b'] },
    })
    expect(line(map, 'a')).toEqual(['a', 'them'])
    expect(traceOf(map, id('a'))?.links.size).toBe(1)
  })
  test('[TR1] [TR2] of any block of any map joins its blocks by all links of the argument between them', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        for (const start of map.blocks.keys()) {
          const trace = traceOf(map, start)
          expect(trace?.blocks.has(start)).toBe(true)
          const inside = map.links.filter(
            ({ from, to, relation }) => relation !== 'relates' && trace?.blocks.has(from) && trace.blocks.has(to),
          )
          expect([...(trace?.links ?? [])]).toEqual(inside.map((link) => link.id))
          for (const { at, missing } of trace?.breaks ?? [])
            expect(
              map.links.some(
                ({ from, to, relation }) =>
                  relation !== 'relates' &&
                  ((from === at && map.blocks.get(to)?.kind === missing) ||
                    (to === at && map.blocks.get(from)?.kind === missing)),
              ),
            ).toBe(false)
        }
      }),
    )
  })
})

describe('as one sentence', () => {
  test('says the statements, joined by the words of their links', () => {
    expect(sayTrace(MAP, id('alarm'))).toBe(
      '“No medicine is thrown away”, supported by “The law says so”, drives “A person answers”, which serves “Pharmacists” and is supported by “1,740 of 1,912 alarms” and “I slept.”.',
    )
  })
  test('says where the line breaks', () => {
    expect(sayTrace(MAP, id('vans'))).toContain(
      '“It works in a van”, which serves “Teams on the road” and is supported by no proof yet.',
    )
    expect(sayTrace(MAP, id('stray'))).toBe(
      'No purpose yet drives “…”, which serves no audience yet and is supported by no proof yet.',
    )
    const lone = buildMap({ why: { kind: 'purpose' }, them: { kind: 'audience' }, held: { kind: 'proof' } })
    expect(['why', 'them', 'held'].map((one) => sayTrace(lone, id(one)))).toEqual([
      '“why” drives no value yet.',
      'No value yet serves “them”.',
      '“held” supports no value yet.',
    ])
  })
  test('says values together that the same purposes drive', () => {
    const map = buildMap({
      p: { kind: 'purpose', to: ['a', 'b'] },
      q: { kind: 'purpose', to: ['b'] },
      a: { kind: 'value', to: ['them'] },
      b: { kind: 'value', to: ['them'] },
      them: { kind: 'audience' },
    })
    expect(sayTrace(map, id('them'))).toBe(
      '“p” drives “a”, which serves “them” and is supported by no proof yet; “p” and “q” drive “b”, which serves “them” and is supported by no proof yet.',
    )
  })
  test('[ST1] holds every statement of the line, and no other word than those of links and gaps', () => {
    const OURS = /^(?:no|yet|purpose|value|audience|proof|drives?|serves|supports|supported|by|which|is|and)$/u
    const words = (text: string) =>
      text
        .toLowerCase()
        .split(/[^a-z]+/u)
        .filter((word) => word !== '')
    fc.assert(
      fc.property(anyMap, (map) => {
        const plain = {
          ...map,
          blocks: new Map([...map.blocks].map(([one, block]) => [one, { ...block, statement: `<${one}>` }])),
        }
        for (const start of plain.blocks.keys()) {
          const says = sayTrace(plain, start)
          for (const one of traceOf(plain, start)?.blocks ?? []) expect(says).toContain(`“<${one}>”`)
          expect(words(says.replace(/“[^”]*”/gu, '')).filter((word) => !OURS.test(word))).toEqual([])
        }
      }),
    )
  })
})
