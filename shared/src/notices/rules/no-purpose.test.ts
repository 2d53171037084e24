import { expect, test } from 'vitest'
import { buildMap } from '../../../test/build-map.ts'
import { noPurpose } from './no-purpose.ts'

test('speaks once, of the whole map, while no purpose is there', () => {
  expect(noPurpose.find(buildMap({ one: { kind: 'value' }, two: { kind: 'proof' } }))).toEqual([{ about: [] }])
  expect(noPurpose.find(buildMap({}))).toEqual([{ about: [] }])
})

test('stays quiet with any purpose, linked or not', () => {
  expect(noPurpose.find(buildMap({ why: { kind: 'purpose' }, one: { kind: 'value' } }))).toEqual([])
})
