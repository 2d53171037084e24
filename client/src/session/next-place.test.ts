import { expect, test } from 'vitest'
import { nextTo } from './next-place.ts'

const size = { w: 280, h: 160 }

test('the next proof stands beside the first one, under the value', () => {
  const value = { x: 0, y: 0, ...size }
  const proof = { w: 236, h: 112 }
  const first = nextTo(value, 'bottom', proof, [value])
  expect(first).toEqual({ x: 0, y: 204, ...proof })
  expect(nextTo(value, 'bottom', proof, [value, first])).toEqual({ x: 260, y: 204, ...proof })
})

test('the next audience stands under the first one, to the right', () => {
  const value = { x: 0, y: 0, ...size }
  const first = nextTo(value, 'right', size, [value])
  expect(first).toEqual({ x: 400, y: 0, ...size })
  expect(nextTo(value, 'right', size, [value, first])).toEqual({ x: 400, y: 204, ...size })
})
