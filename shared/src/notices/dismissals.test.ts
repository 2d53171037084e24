import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyMap } from '../../test/index.ts'
import { buildMap, type BlockSketch } from '../../test/build-map.ts'
import type { Dismissals, EpochMs, PositioningMap } from '../schema/index.ts'
import { findNotices, noticeKey, printOf, sortNotices } from './index.ts'

const TODAY = '2026-06-15'
const at = 0 as EpochMs

function leftAll(map: PositioningMap): Dismissals {
  return new Map(
    findNotices(map, TODAY).map((notice) => [
      noticeKey(notice),
      { print: printOf(map, notice.about), reason: 'In autumn.', by: 'Ruth', at },
    ]),
  )
}

function keysOf(map: PositioningMap, dismissed: Dismissals) {
  const { open, left } = sortNotices(map, findNotices(map, TODAY), dismissed)
  return { open: open.map(noticeKey), left: left.map(noticeKey) }
}

const lone = (more: Partial<BlockSketch> = {}, beside: Readonly<Record<string, BlockSketch>> = {}) =>
  buildMap({ prize: { kind: 'proof', statement: 'Shortlisted in 2026.', ...more }, ...beside })

test('[DI1] what was left stays left while its block says the same, wherever it is moved and whatever is linked', () => {
  const dismissed = leftAll(lone())
  const moved = lone({
    with: { frame: { x: 7, y: 7, w: 280, h: 160, index: 'a2', parentId: '' }, owner: 'Teo', tags: ['b'] },
  })
  expect(keysOf(moved, dismissed)).toEqual({
    open: [],
    left: ['no-purpose', 'proof-adrift prize', 'proof-without-source prize'],
  })
  const linked = lone({ to: ['worth'] }, { worth: { kind: 'value' } })
  expect(keysOf(linked, dismissed).left).toContain('proof-without-source prize')
})

test.each([
  ['the statement', { statement: 'Winner in 2026.' }],
  ['the detail', { with: { detail: 'By one vote.' } }],
  ['a field', { with: { fields: { by: 'Norrland Academy' } } }],
  ['a telling', { tellings: { sales: 'We won.' } }],
])('[DI1] it is back once %s changes', (_, more) => {
  expect(keysOf(lone(more), leftAll(lone())).open).toContain('proof-adrift prize')
})

test('[DI1] it is back once it is about another block more', () => {
  const two = { a: { kind: 'purpose' }, b: { kind: 'purpose' } } as const
  const dismissed = leftAll(buildMap(two))
  expect(keysOf(buildMap(two), dismissed).left).toContain('several-purposes a')
  expect(keysOf(buildMap({ ...two, c: { kind: 'purpose' } }), dismissed).open).toContain('several-purposes a')
})

test('[DI2] on any map, left and open together are all, and nothing is left that nobody dismissed', () => {
  fc.assert(
    fc.property(anyMap, fc.integer({ min: 1, max: 5 }), (map, every) => {
      const all = findNotices(map, TODAY)
      const some = new Map([...leftAll(map)].filter((_, n) => n % every === 0))
      const { open, left } = sortNotices(map, all, some)
      expect(open.length + left.length).toBe(all.length)
      expect(left.map(noticeKey).toSorted()).toEqual([...some.keys()].toSorted())
      expect(sortNotices(map, all, new Map()).open).toEqual(all)
    }),
  )
})
