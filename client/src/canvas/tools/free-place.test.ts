import { expect, test } from 'vitest'
import { besideOthers, centredAt, dragged } from './free-place.ts'

const size = { w: 280, h: 160 }

test('a card lies with its middle where one clicked', () => {
  expect(centredAt({ x: 100, y: 100 }, size)).toEqual({ x: -40, y: 20, ...size })
})

test('a card steps aside from those it would hide, however many lie there', () => {
  const at = { x: 0, y: 0, ...size }
  expect(besideOthers(at, [])).toEqual(at)
  expect(besideOthers(at, [at, { ...at, x: 24, y: 24 }])).toEqual({ ...at, x: 48, y: 48 })
})

test('a drag in any direction gives a box that begins where the drag began', () => {
  const min = { w: 200, h: 96 }
  expect(dragged({ x: 0, y: 0 }, { x: 300, y: 10 }, min)).toEqual({ x: 0, y: 0, w: 300, h: 96 })
  expect(dragged({ x: 0, y: 0 }, { x: -10, y: -300 }, min)).toEqual({ x: -200, y: -300, w: 200, h: 300 })
})
