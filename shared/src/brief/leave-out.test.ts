import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyMap, buildMap } from '../../test/index.ts'
import type { EpochMs, PositioningMap } from '../schema/index.ts'
import { composeBrief, countBlocks, countCuts, leaveOut, sayLeftOut, sayMore, type Brief } from './index.ts'

function briefOf(map: PositioningMap): Brief {
  const brief = composeBrief(map, { revision: 1, asOf: 0 as EpochMs })
  if (!brief.ok) throw new Error(brief.why)
  return brief.value
}

const blocksIn = (brief: Brief) =>
  new Set(
    brief.sections.flatMap(({ items }) =>
      items.flatMap((item) => [item, ...item.audiences, ...item.proofs].map(({ block }) => block)),
    ),
  )

test('[LO1] each step leaves out at least as much as the one before, and counts what went', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const brief = briefOf(map)
      expect(leaveOut(brief, 0).brief).toEqual(brief)
      let before = blocksIn(brief)
      for (let steps = 1; steps <= countCuts(brief); steps += 1) {
        const shorter = leaveOut(brief, steps)
        const now = blocksIn(shorter.brief)
        expect(now.isSubsetOf(before)).toBe(true)
        expect(countBlocks(shorter)).toBe(blocksIn(brief).size - now.size)
        before = now
      }
    }),
  )
})

test('[LO2] the first item stays, whatever happens', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const brief = briefOf(map)
      const first = brief.sections[0]?.items[0]?.block
      const rest = leaveOut(brief, Number.MAX_SAFE_INTEGER).brief.sections
      expect(rest.flatMap(({ items }) => items.map(({ block }) => block))).toEqual(first === undefined ? [] : [first])
    }),
  )
})

test('a proof whose first place is gone is said in full where it stands next', () => {
  const brief = briefOf(
    buildMap({
      a: { kind: 'value' },
      b: { kind: 'value' },
      first: { kind: 'proof', to: ['a'] },
      second: { kind: 'proof', to: ['a', 'b'] },
    }),
  )
  const cuts = Array.from({ length: countCuts(brief) }, (_, at) => leaveOut(brief, at + 1).brief)
  const gone = cuts.find(({ sections }) => sections[0]?.items[0]?.proofs.length === 1)
  expect(gone?.sections[0]?.items[1]?.proofs).toMatchObject([{ block: 'second', repeated: false }])
})

test('details are shortened before any goes, and both before anything else', () => {
  const long = (statement: string) =>
    ({ kind: 'value', statement, with: { detail: 'One sentence. And another.' } }) as const
  const brief = briefOf(buildMap({ a: long('A'), b: long('B') }))
  const details = (steps: number) =>
    leaveOut(brief, steps).brief.sections.flatMap(({ items }) => items.map((item) => item.detail))
  expect(details(1)).toEqual(['One sentence. And another.', 'One sentence.'])
  expect(leaveOut(brief, 2)).toMatchObject({ ends: 2, details: 0 })
  expect(details(3)).toEqual(['One sentence.', ''])
  expect(leaveOut(brief, 3)).toMatchObject({ ends: 1, details: 1 })
})

test('counts how many items a section has lost, where some of it is left', () => {
  const values = Array.from({ length: 6 }, (_, at) => [`v${at}`, { kind: 'value' }] as const)
  const brief = briefOf(buildMap({ ...Object.fromEntries(values), a: { kind: 'audience' } }))
  expect(leaveOut(brief, 3)).toMatchObject({ blocks: { value: 2, audience: 1 }, more: { values: 2 } })
  expect(sayMore(2)).toBe('And two more on the map.')
})

test('says in words what there was no room for', () => {
  const none = { blocks: { purpose: 0, value: 0, audience: 0, proof: 0 }, details: 0, ends: 0, fields: 0 }
  expect(sayLeftOut(none)).toBe('')
  expect(sayLeftOut({ ...none, blocks: { ...none.blocks, proof: 1 } })).toBe(
    'Left out for want of room: one proof. It is on the map.',
  )
  expect(sayLeftOut({ ...none, blocks: { ...none.blocks, proof: 1 }, fields: 2 })).toBe(
    'Left out for want of room: one proof, two fields. They are on the map.',
  )
  expect(sayLeftOut({ ...none, ends: 1 })).toBe('Left out for want of room: the end of one detail. It is on the map.')
  expect(sayLeftOut({ ...none, fields: 1, ends: 3 })).toBe(
    'Left out for want of room: one field, the ends of three details. They are on the map.',
  )
  expect(sayLeftOut({ ...none, blocks: { ...none.blocks, value: 37 } })).toBe(
    'Left out for want of room: 37 values. They are on the map.',
  )
})
