import { buildMap } from '@throughline/shared/test'
import type { BlockId } from '@throughline/shared/schema'
import { expect, test } from 'vitest'
import { candidates } from './candidates.ts'

const id = (name: string) => name as BlockId
const MAP = buildMap({
  a: { kind: 'audience' },
  held: { kind: 'proof', to: ['worth'] },
  other: { kind: 'proof' },
  why: { kind: 'purpose' },
  worth: { kind: 'value' },
})

test('what the argument leads to comes first, and nothing that is linked already', () => {
  const found = candidates(MAP, { is: 'link', block: id('worth') }).map((block) => block.id as string)
  expect(found).toEqual(['a', 'other', 'why'])
  expect(candidates(MAP, { is: 'link', block: id('other') }).map((block) => block.id as string)).toEqual([
    'why',
    'worth',
    'a',
    'held',
  ])
})

test('a block moves under the kinds that can hold it', () => {
  const under = (block: string) =>
    candidates(MAP, { is: 'move', block: id(block), from: null }).map((one) => one.id as string)
  expect(under('a')).toEqual(['worth'])
  expect(under('other')).toEqual(['why', 'worth'])
  expect(under('held')).toEqual(['why'])
  expect(under('why')).toEqual([])
  expect(under('gone')).toEqual([])
})
