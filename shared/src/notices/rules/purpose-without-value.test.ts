import { expect, test } from 'vitest'
import { buildMap } from '../../../test/build-map.ts'
import { purposeWithoutValue } from './purpose-without-value.ts'

test('speaks of each purpose that no value is linked with', () => {
  const map = buildMap({
    one: { kind: 'purpose' },
    two: { kind: 'purpose', to: ['one', 'other'] },
    held: { kind: 'purpose', to: ['value'] },
    value: { kind: 'value' },
    other: { kind: 'audience' },
  })
  expect(purposeWithoutValue.find(map)).toEqual([{ about: ['one'] }, { about: ['two'] }])
})

test('stays quiet once any value is linked, whichever way the link was drawn', () => {
  expect(
    purposeWithoutValue.find(buildMap({ it: { kind: 'purpose', to: ['value'] }, value: { kind: 'value' } })),
  ).toEqual([])
  expect(purposeWithoutValue.find(buildMap({ it: { kind: 'purpose' }, value: { kind: 'value', to: ['it'] } }))).toEqual(
    [],
  )
})

test('stays quiet on a map without purposes', () => {
  expect(purposeWithoutValue.find(buildMap({ lone: { kind: 'value' } }))).toEqual([])
})
