import { expect, test } from 'vitest'
import { freeMiddle } from './free-middle.ts'

const VIEW = { x: 0, y: 0, w: 1_000, h: 800 }
const SIZE = { w: 200, h: 100 }

test('an empty screen gives its middle', () => {
  expect(freeMiddle(VIEW, SIZE, [])).toEqual({ x: 500, y: 400 })
})

test('what lies in the middle is stepped aside from, by as little as it takes', () => {
  const card = { x: 400, y: 350, w: 200, h: 100 }
  const { x, y } = freeMiddle(VIEW, SIZE, [card])
  expect(x).toBe(500)
  expect(Math.abs(y - 400)).toBe(120)
})

test('a full screen, one too small, and enormous ones give the middle', () => {
  expect(freeMiddle(VIEW, SIZE, [VIEW])).toEqual({ x: 500, y: 400 })
  expect(freeMiddle({ x: 0, y: 0, w: 100, h: 80 }, SIZE, [])).toEqual({ x: 50, y: 40 })
  expect(freeMiddle({ x: 0, y: 0, w: 1e6, h: 1e6 }, SIZE, [])).toEqual({ x: 5e5, y: 5e5 })
})
