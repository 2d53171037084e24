import { expect, test } from 'vitest'
import { Bucket } from './allowance.ts'

test('[AL1] lets a burst through, then so much a second', () => {
  const bucket = new Bucket({ burst: 10, perSecond: 100 }, 0)
  for (let n = 0; n < 10; n += 1) expect(bucket.spend(1, 0)).toBe(0)
  expect(bucket.spend(1, 0)).toBe(10)
  expect(bucket.spend(1, 20)).toBe(0)
  expect(bucket.spend(10, 60_000)).toBe(0)
  expect(bucket.spend(1, 60_000)).toBe(10)
})

test('[AL2] allows one large cost, and makes it wait afterwards', () => {
  const bucket = new Bucket({ burst: 10, perSecond: 10 }, 0)
  expect(bucket.spend(30, 0)).toBe(2_000)
  expect(bucket.spend(1, 2_100)).toBe(0)
})

test('a clock that is set back takes nothing away', () => {
  const bucket = new Bucket({ burst: 1, perSecond: 1 }, 1_000)
  expect(bucket.spend(1, 0)).toBe(0)
})
