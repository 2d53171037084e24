import { expect, test } from 'vitest'
import { buildMap, type BlockSketch } from '../../../test/build-map.ts'
import { audiencesAllKnown } from './audiences-all-known.ts'

const reach = (reach: string): BlockSketch => ({ kind: 'audience', with: { fields: { reach } } })

test('speaks when every audience is known', () => {
  expect(audiencesAllKnown.find(buildMap({ one: reach('known'), two: reach('known') }))).toEqual([
    { about: ['one', 'two'] },
  ])
})

test('stays quiet with a next one, while one is not said, and without any', () => {
  expect(audiencesAllKnown.find(buildMap({ one: reach('known'), two: reach('next') }))).toEqual([])
  expect(audiencesAllKnown.find(buildMap({ one: reach('known'), two: { kind: 'audience' } }))).toEqual([])
  expect(audiencesAllKnown.find(buildMap({ worth: { kind: 'value' } }))).toEqual([])
})
