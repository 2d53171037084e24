import { expect, test } from 'vitest'
import { ease } from './live-drag.ts'

test('a dragged block comes most of the way within eighty milliseconds, and then all of it', () => {
  let x = 0
  for (let at = 0; at < 5; at += 1) x = ease(x, 100, 16)
  expect(x).toBeGreaterThan(90)
  for (let at = 0; at < 15; at += 1) x = ease(x, 100, 16)
  expect(x).toBe(100)
})
