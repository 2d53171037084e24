import { expect, test } from 'vitest'
import { buildMap } from '../../../test/build-map.ts'
import { severalPurposes } from './several-purposes.ts'

test('speaks once, of all of them, where several purposes stand', () => {
  const map = buildMap({ one: { kind: 'purpose' }, two: { kind: 'purpose', to: ['one'] }, three: { kind: 'purpose' } })
  expect(severalPurposes.find(map)).toEqual([{ about: ['one', 'three', 'two'], says: 'Three purposes stand here.' }])
})

test('stays quiet with one, and while a second has no words yet', () => {
  expect(severalPurposes.find(buildMap({ one: { kind: 'purpose' }, worth: { kind: 'value' } }))).toEqual([])
  expect(severalPurposes.find(buildMap({ one: { kind: 'purpose' }, new: { kind: 'purpose', statement: '' } }))).toEqual(
    [],
  )
})
