import { expect, test } from 'vitest'
import { buildMap } from '../../../test/build-map.ts'
import { valueWithoutAudience } from './value-without-audience.ts'

test('speaks of each value that no audience is linked with', () => {
  const map = buildMap({
    one: { kind: 'value' },
    two: { kind: 'value', to: ['one', 'other'] },
    held: { kind: 'value', to: ['audience'] },
    audience: { kind: 'audience' },
    other: { kind: 'purpose' },
  })
  expect(valueWithoutAudience.find(map)).toEqual([{ about: ['one'] }, { about: ['two'] }])
})

test('stays quiet once any audience is linked, whichever way the link was drawn', () => {
  expect(
    valueWithoutAudience.find(buildMap({ it: { kind: 'value', to: ['audience'] }, audience: { kind: 'audience' } })),
  ).toEqual([])
  expect(
    valueWithoutAudience.find(buildMap({ it: { kind: 'value' }, audience: { kind: 'audience', to: ['it'] } })),
  ).toEqual([])
})

test('stays quiet on a map without values', () => {
  expect(valueWithoutAudience.find(buildMap({ lone: { kind: 'audience' } }))).toEqual([])
})
