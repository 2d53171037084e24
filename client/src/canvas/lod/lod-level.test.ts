import { expect, test } from 'vitest'
import { lodAt, stepBelow } from './lod-level.ts'

const walk = (...zooms: readonly number[]) => {
  let lod = lodAt(zooms[0]!, null)
  return zooms.map((zoom) => (lod = lodAt(zoom, lod)).level)
}

test('[LD1] draws less as one steps back, and no more until one has clearly come closer', () => {
  expect(walk(1, 0.31, 0.29, 0.33, 0.34)).toEqual([0, 0, 1, 1, 0])
  expect(walk(0.2, 0.12, 0.119, 0.13, 0.14)).toEqual([1, 1, 2, 2, 1])
})

test('[LD2] jumps straight across both borders', () => {
  expect(walk(1, 0.05, 1)).toEqual([0, 2, 0])
})

test('[LD3] a zoom makes no card whole, and after a quarter none is; a small step takes none away', () => {
  const far = lodAt(0.1, null)
  expect([0.34, 0.8, 1].map((zoom) => lodAt(zoom, far, 0.1).level)).toEqual([1, 1, 1])
  const near = lodAt(1, null)
  expect([0.9, 1.2, 0.81, 0.79, 1.26].map((zoom) => lodAt(zoom, near, 1).level)).toEqual([0, 0, 0, 1, 1])
  // Back at the start, but not yet at rest.
  expect(lodAt(1, lodAt(0.7, near, 1), 1).level).toBe(1)
  expect(lodAt(0.45, lodAt(0.45, far, 0.1)).level).toBe(0)
})

test('drops footers under 60 % and labels under 40 %', () => {
  const near = lodAt(0.6, null)
  expect([near.footers, near.labels]).toEqual([true, true])
  const middle = lodAt(0.5, near)
  expect([middle.footers, middle.labels]).toEqual([false, true])
  expect(lodAt(0.61, middle).footers).toBe(false)
  expect(lodAt(0.39, middle).labels).toBe(false)
})

test('steps for tiny words never make them smaller than asked for, nor much larger', () => {
  for (const zoom of [0.34, 0.3, 0.25, 0.12, 0.07, 0.04]) {
    expect(stepBelow(zoom)).toBeLessThanOrEqual(zoom * 1.0001)
    expect(stepBelow(zoom)).toBeGreaterThan(zoom / 1.081)
    expect(stepBelow(stepBelow(zoom))).toBeCloseTo(stepBelow(zoom), 9)
  }
})
