import { expect, test } from 'vitest'
import { buildMap } from '../../../test/build-map.ts'
import { audienceWithoutValue } from './audience-without-value.ts'

test('speaks of each audience that no value is linked with', () => {
  const map = buildMap({
    one: { kind: 'audience' },
    two: { kind: 'audience', to: ['one', 'other'] },
    held: { kind: 'audience', to: ['value'] },
    value: { kind: 'value' },
    other: { kind: 'purpose' },
  })
  expect(audienceWithoutValue.find(map)).toEqual([{ about: ['one'] }, { about: ['two'] }])
})

test('stays quiet once any value is linked, whichever way the link was drawn', () => {
  expect(
    audienceWithoutValue.find(buildMap({ it: { kind: 'audience', to: ['value'] }, value: { kind: 'value' } })),
  ).toEqual([])
  expect(
    audienceWithoutValue.find(buildMap({ it: { kind: 'audience' }, value: { kind: 'value', to: ['it'] } })),
  ).toEqual([])
})

test('stays quiet on a map without audiences', () => {
  expect(audienceWithoutValue.find(buildMap({ lone: { kind: 'value' } }))).toEqual([])
})
