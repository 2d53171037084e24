import { expect, test } from 'vitest'
import { buildMap, type BlockSketch } from '../../../test/build-map.ts'
import { valuesWithoutAFirst } from './values-without-a-first.ts'

function values(count: number, more: Readonly<Record<string, BlockSketch>> = {}) {
  const all = Array.from({ length: count }, (_, n) => [`v${n}`, { kind: 'value' }] as const)
  return buildMap({ ...Object.fromEntries(all), ...more })
}

test('speaks of six values that stand side by side', () => {
  expect(valuesWithoutAFirst.find(values(6))).toEqual([
    { about: ['v0', 'v1', 'v2', 'v3', 'v4', 'v5'], says: 'Six values stand side by side, and none comes first.' },
  ])
})

test('stays quiet up to five, once one is tagged as first, and about cards without words', () => {
  expect(valuesWithoutAFirst.find(values(5))).toEqual([])
  expect(valuesWithoutAFirst.find(values(5, { lead: { kind: 'value', with: { tags: ['night', 'First'] } } }))).toEqual(
    [],
  )
  expect(valuesWithoutAFirst.find(values(5, { new: { kind: 'value', statement: '' } }))).toEqual([])
})
