import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockFace, partGone, timeLeft } from './clock.ts'

test('a clock shows minutes and seconds, hours when there are some, and days of a long stage', () => {
  expect(clockFace(252_000)).toBe('4:12')
  expect(clockFace(5_000)).toBe('0:05')
  expect(clockFace(3_900_000)).toBe('1:05:00')
  expect(clockFace(5 * 86_400_000)).toBe('5 days')
})

test('it reads 0:00 when the time is up and not a moment before', () => {
  expect(clockFace(1)).toBe('0:01')
  expect(clockFace(0)).toBe('0:00')
})

test('a paused stage stands still, one without a limit has no clock', () => {
  expect(timeLeft({ endsAt: null, left: 90_000 }, 1)).toBe(90_000)
  expect(timeLeft({ endsAt: null, left: null }, 1)).toBeNull()
  expect(timeLeft({ endsAt: 10_000, left: null }, 4_000)).toBe(6_000)
})

test('no time is ever negative, and the part gone is between nothing and all', () => {
  const ms = fc.integer({ min: -1e12, max: 1e13 })
  fc.assert(
    fc.property(ms, ms, ms, (endsAt, now, lasts) => {
      const left = timeLeft({ endsAt, left: null }, now)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(clockFace(left ?? 0)).not.toContain('-')
      const gone = partGone(left, lasts)
      expect(gone >= 0 && gone <= 1).toBe(true)
    }),
  )
})
