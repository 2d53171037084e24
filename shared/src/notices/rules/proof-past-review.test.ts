import { expect, test } from 'vitest'
import { buildMap } from '../../../test/build-map.ts'
import { proofPastReview } from './proof-past-review.ts'

const find = (fields: Readonly<Record<string, string>>, today = '2026-06-15') =>
  proofPastReview.find(buildMap({ it: { kind: 'proof', with: { fields } } }), today)

test('speaks the day after the day on which it was to be looked at', () => {
  expect(find({ reviewBy: '2026-06-14' })).toEqual([
    { about: ['it'], says: 'This was to be looked at again by 14 June 2026.' },
  ])
})

test('speaks when it was seen more than a year ago and no day is set', () => {
  expect(find({ observedOn: '2025-06-14', evidence: 'award' })).toEqual([
    {
      about: ['it'],
      says: 'This was last seen to be so on 14 June 2025.',
      why: 'An award is of its year. An old one makes people ask what came since.',
    },
  ])
})

test('stays quiet until then, and with an old proof whose review is still to come', () => {
  expect(find({ reviewBy: '2026-06-15' })).toEqual([])
  expect(find({ observedOn: '2025-06-15' })).toEqual([])
  expect(find({ observedOn: '2019-01-01', reviewBy: '2027-01-01' })).toEqual([])
  expect(find({})).toEqual([])
})
