import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { between, cameraOn, sinceLast } from './look-along.ts'

const size = fc.record({ w: fc.integer({ min: 200, max: 4_000 }), h: fc.integer({ min: 200, max: 4_000 }) })
const place = fc.integer({ min: -50_000, max: 50_000 })
const frame = fc.record({
  x: place,
  y: place,
  w: fc.integer({ min: 50, max: 50_000 }),
  h: fc.integer({ min: 50, max: 50_000 }),
})

test('whatever the forms of two screens, all that one sees is on the other, in its middle', () => {
  fc.assert(
    fc.property(frame, size, (seen, screen) => {
      const { x, y, z } = cameraOn(seen, screen)
      const left = (seen.x + x) * z
      const top = (seen.y + y) * z
      expect(Math.min(left, top)).toBeGreaterThan(-0.01)
      expect(left * 2 + seen.w * z).toBeCloseTo(screen.w, 2)
      expect(top * 2 + seen.h * z).toBeCloseTo(screen.h, 2)
    }),
  )
})

test('the way there ends, at the very place, and never goes past it', () => {
  fc.assert(
    fc.property(frame, frame, size, (from, to, screen) => {
      const goal = cameraOn(to, screen)
      let at = cameraOn(from, screen)
      const [low, high] = [Math.min(at.z, goal.z), Math.max(at.z, goal.z)]
      for (let frames = 0; frames < 300; frames += 1) {
        at = between(at, goal, screen, 16)
        expect(at.z).toBeGreaterThan(low * 0.999)
        expect(at.z).toBeLessThan(high * 1.001)
      }
      expect(at).toEqual(goal)
    }),
  )
})

test('whatever times two frames bear, the second goes on towards the place', () => {
  const time = fc.double({ min: 0, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(frame, frame, size, fc.option(time), time, (from, to, screen, last, now) => {
      const [at, goal] = [cameraOn(from, screen), cameraOn(to, screen)]
      const next = between(at, goal, screen, sinceLast(last, now))
      expect(Math.abs(Math.log(goal.z / next.z))).toBeLessThanOrEqual(Math.abs(Math.log(goal.z / at.z)))
      expect(at.x === goal.x || next.x !== at.x || next.y !== at.y || next.z !== at.z).toBe(true)
    }),
  )
})
