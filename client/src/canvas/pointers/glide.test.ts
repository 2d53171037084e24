import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { glideTo, hasArrived, placeAt, type Glide } from './glide.ts'

const at = (x: number) => ({ x, y: 1 - x })

test('the first place is there at once, the next one takes 80 ms', () => {
  const first = glideTo(null, at(0), 1_000, false)
  expect(placeAt(first, 1_000)).toEqual(at(0))
  const next = glideTo(first, at(80), 5_000, false)
  expect(placeAt(next, 5_040)).toEqual(at(40))
  expect(placeAt(next, 5_080)).toEqual(at(80))
  expect([5_079, 5_080].map((now) => hasArrived(next, now))).toEqual([false, true])
})

test('[GL2] told every 200 ms it moves all the time', () => {
  let glide = glideTo(glideTo(null, at(0), 0, false), at(100), 200, false)
  glide = glideTo(glide, at(300), 400, false)
  expect(placeAt(glide, 400)).toEqual(at(100))
  expect(placeAt(glide, 500)).toEqual(at(200))
  expect(hasArrived(glide, 599)).toBe(false)
})

test('whoever wants no motion sees the place itself', () => {
  const glide = glideTo(glideTo(null, at(0), 0, true), at(100), 10, true)
  expect(placeAt(glide, 10)).toEqual(at(100))
})

test('[GL1] whatever is announced and when, there is no jump and it stays between where it was and goes', () => {
  const anyMoves = fc.array(fc.tuple(fc.integer({ min: -1_000, max: 1_000 }), fc.integer({ min: 0, max: 900 })))
  fc.assert(
    fc.property(anyMoves, (moves) => {
      let glide: Glide | null = null
      let now = 0
      for (const [x, after] of moves) {
        now += after
        const before = glide === null ? at(x) : placeAt(glide, now)
        glide = glideTo(glide, at(x), now, false)
        expect(placeAt(glide, now).x).toBeCloseTo(before.x)
        const half = placeAt(glide, now + 40).x
        expect(half).toBeGreaterThanOrEqual(Math.min(before.x, x) - 1e-9)
        expect(half).toBeLessThanOrEqual(Math.max(before.x, x) + 1e-9)
      }
    }),
  )
})
