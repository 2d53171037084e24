import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitToPage, SMALLEST_SCALE, type Fit } from './fit.ts'

/** A page that holds `room`, of content where each step spares one and the scale shrinks all of it. */
const page = (content: number, room: number) => (fit: Fit) => (content - fit.steps) * fit.scale <= room

test('leaves everything as it is when it fits', () => {
  expect(fitToPage(10, page(5, 5))).toEqual({ scale: 1, steps: 0 })
})

test('makes type smaller before it leaves anything out', () => {
  expect(fitToPage(10, page(100, 90))).toEqual({ scale: 0.9, steps: 0 })
})

test('[FI1] fits, and with one thing more it would not', () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.integer({ min: 1, max: 500 }), (content, room) => {
      const fits = page(content, room)
      const fit = fitToPage(content, fits)
      expect(fits(fit)).toBe(true)
      expect(fit.steps === 0 || !fits({ scale: SMALLEST_SCALE, steps: fit.steps - 1 })).toBe(true)
    }),
  )
})

test('[FI2] asks at most twenty times for 2,500 things', () => {
  let asked = 0
  fitToPage(2_500, (fit) => {
    asked += 1
    return fit.steps > 1_234
  })
  expect(asked).toBeLessThanOrEqual(20)
})
