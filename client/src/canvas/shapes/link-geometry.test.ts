import { RELATIONS, type Relation } from '@throughline/shared/schema'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawLink } from './link-drawing.ts'
import { linkCurve, pointOn, type Box } from './link-geometry.ts'

const purpose: Box = { x: 0, y: 200, w: 330, h: 206 }
const value: Box = { x: 500, y: 0, w: 280, h: 160 }
const ends = (relation: Relation, from: Box, to: Box) => {
  const { start, end } = linkCurve(relation, from, to)
  return [start.x, start.y, end.x, end.y]
}

describe('[LG1] a link', () => {
  test('runs from the right end of one header rule to the left end of the other', () => {
    expect(ends('drives', purpose, value)).toEqual([330, 234, 500, 34])
  })

  test('goes from the top of a proof straight up to what it holds', () => {
    expect(ends('supports', { x: 520, y: 200, w: 236, h: 112 }, value)).toEqual([638, 200, 638, 160])
  })

  test('ends on the card even when the proof stands beside its corner', () => {
    expect(ends('supports', { x: 900, y: 200, w: 236, h: 112 }, value)).toEqual([1018, 200, 756, 160])
  })

  test('stays between a proof and the card above it when that one grows over it', () => {
    expect(ends('supports', { x: 520, y: 120, w: 236, h: 112 }, value)).toEqual([638, 120, 638, 160])
  })

  test('[LG3] swings round the left of what stands between a proof and something further up or down its column', () => {
    for (const y of [-700, 700]) {
      const curve = linkCurve('supports', { x: 500, y, w: 236, h: 112 }, value)
      expect([curve.start.x, curve.start.y, curve.end.x, curve.end.y]).toEqual([500, y + 56, 500, 80])
      // Past the edge of the column all the way between.
      for (const t of [0.1, 0.5, 0.9]) expect(pointOn(curve, t).x).toBeLessThan(490)
    }
    expect(ends('supports', { x: 900, y: 700, w: 236, h: 112 }, value)).toEqual([1018, 700, 756, 160])
  })

  test('takes the nearest sides when the target lies to the left, below or above', () => {
    expect(ends('drives', value, purpose)).toEqual([500, 80, 330, 303])
    const below = { x: 520, y: 400, w: 280, h: 160 }
    expect(ends('serves', value, below)).toEqual([640, 160, 660, 400])
    expect(ends('relates', below, value)).toEqual([660, 400, 640, 160])
  })
})

const box = fc.record({
  x: fc.integer({ min: -1e6, max: 1e6 }),
  y: fc.integer({ min: -1e6, max: 1e6 }),
  w: fc.integer({ min: 1, max: 4000 }),
  h: fc.integer({ min: 1, max: 4000 }),
})

test('[LG2] is drawn with finite numbers, and leaves each side at a right angle, wherever the blocks lie', () => {
  fc.assert(
    fc.property(fc.constantFrom(...RELATIONS), box, box, (relation, from, to) => {
      const curve = linkCurve(relation, from, to)
      expect(pointOn(curve, 0)).toEqual({ x: curve.start.x, y: curve.start.y })
      for (const [end, control] of [[curve.start, curve.c1] as const, [curve.end, curve.c2] as const]) {
        const [dx, dy] = [control.x - end.x, control.y - end.y]
        expect(end.out.x === 0 ? dx : dy).toBe(0)
        expect(dx * end.out.x + dy * end.out.y).toBeGreaterThanOrEqual(0)
      }
      const { line, mark } = drawLink(relation, curve)
      expect(line + mark).not.toMatch(/NaN|Infinity/)
    }),
  )
})
