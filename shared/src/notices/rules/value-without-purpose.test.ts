import { expect, test } from 'vitest'
import { buildMap } from '../../../test/build-map.ts'
import { valueWithoutPurpose } from './value-without-purpose.ts'

test('speaks of each value that no purpose is linked with', () => {
  const map = buildMap({
    one: { kind: 'value' },
    two: { kind: 'value', to: ['one', 'other'] },
    held: { kind: 'value', to: ['purpose'] },
    purpose: { kind: 'purpose' },
    other: { kind: 'audience' },
  })
  expect(valueWithoutPurpose.find(map)).toEqual([{ about: ['one'] }, { about: ['two'] }])
})

test('stays quiet once any purpose is linked, whichever way the link was drawn', () => {
  expect(
    valueWithoutPurpose.find(buildMap({ it: { kind: 'value', to: ['purpose'] }, purpose: { kind: 'purpose' } })),
  ).toEqual([])
  expect(
    valueWithoutPurpose.find(buildMap({ it: { kind: 'value' }, purpose: { kind: 'purpose', to: ['it'] } })),
  ).toEqual([])
})

test('stays quiet on a map without values', () => {
  expect(valueWithoutPurpose.find(buildMap({ lone: { kind: 'purpose' } }))).toEqual([])
})
