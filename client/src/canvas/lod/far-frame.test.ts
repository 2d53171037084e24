import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contains, frameFor, leavesSoon, meets, stretchFor, type Rect } from './far-frame.ts'

const SCREEN = [1440, 900, 1] as const
const layer = ({ minX, minY }: Rect, z: number) => ({ x: -minX, y: -minY, z })
const viewAt = (z: number, minX = 0, minY = 0): Rect => ({ minX, minY, maxX: minX + 1440 / z, maxY: minY + 900 / z })

/** As tldraw zooms: what is under the pointer stays there. `x` and `y` are shares of the screen. */
function zoomed(from: Rect, by: number, { x, y }: { readonly x: number; readonly y: number }): Rect {
  const [w, h] = [from.maxX - from.minX, from.maxY - from.minY]
  const [minX, minY] = [from.minX + w * x * (1 - 1 / by), from.minY + h * y * (1 - 1 / by)]
  return { minX, minY, maxX: minX + w / by, maxY: minY + h / by }
}

test('at rest it is drawn as large as it is seen, with room around the screen', () => {
  const view = viewAt(0.2, 300, -50)
  const frame = frameFor({ layer: layer(view, 0.2), view, screen: SCREEN, stretch: 1.2, from: null, drawn: null })
  expect(frame.zoom).toBe(0.2)
  expect(contains(frame.region, view)).toBe(true)
  expect(frame.width / 1440).toBeCloseTo(1.7, 2)
  expect((frame.region.maxX - frame.region.minX) * frame.zoom).toBeCloseTo(frame.width, 6)
})

test('most of the room lies where the camera is going', () => {
  const [drawn, view] = [viewAt(0.2), viewAt(0.2, 100)]
  const { region } = frameFor({ layer: layer(view, 0.2), view, screen: SCREEN, stretch: 1.2, from: drawn, drawn })
  expect(region.maxX - view.maxX).toBeGreaterThan(4 * (view.minX - region.minX))
})

test('[FC2] wherever one zooms, what was drawn ahead covers the screen as long as it may be stretched', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      fc.double({ min: 1.005, max: 1.2, noNaN: true }),
      fc.boolean(),
      fc.record({ x: share, y: share }),
      fc.integer({ min: 1, max: 5_000 }),
      (zoom, step, isNearer, anchor, cards) => {
        const stretch = stretchFor(cards)
        const by = isNearer ? step : 1 / step
        const from = viewAt(zoom, -70, 20)
        let view = zoomed(from, by, anchor)
        let z = zoom * by
        const frame = frameFor({ layer: layer(view, z), view, screen: SCREEN, stretch, from, drawn: from })
        expect(frame.width).toBeLessThan(1440 * stretch * 1.04)
        for (; Math.max(z / frame.zoom, frame.zoom / z) <= stretch * 1.0001; z *= by) {
          expect(contains(frame.region, view)).toBe(true)
          view = zoomed(view, by, anchor)
        }
      },
    ),
  )
})

test('it may be stretched more where more would have to be drawn anew', () => {
  const [none, some, many] = [0, 1_000, 60_000].map(stretchFor)
  expect([none, many]).toEqual([1.15, 1.6])
  expect(some).toBeCloseTo(1.25)
})

test('a large screen’s picture is drawn ahead little larger than the screen, whichever way one zooms', () => {
  const [w, h] = [3840, 2160]
  const view: Rect = { minX: 0, minY: 0, maxX: w / 0.2, maxY: h / 0.2 }
  for (const by of [1.05, 1 / 1.05]) {
    const from = { minX: 0, minY: 0, maxX: (w / 0.2) * by, maxY: (h / 0.2) * by }
    const frame = frameFor({ layer: layer(view, 0.2), view, screen: [w, h, 1], stretch: 1.6, from, drawn: from })
    expect((frame.width * frame.height) / (w * h)).toBeLessThan(1.3)
    expect(contains(frame.region, view)).toBe(true)
  }
})

test('two places meet when they share a border', () => {
  expect(meets(viewAt(1), viewAt(1, 1440))).toBe(true)
  expect(meets(viewAt(1), viewAt(1, 1441))).toBe(false)
})

test('a pan leaves what is drawn soon when as much again for some frames does, and never by standing still', () => {
  const region = { minX: -1000, minY: -1000, maxX: 3000, maxY: 3000 }
  const [before, view] = [viewAt(1), viewAt(1, 60)]
  expect(leavesSoon(region, before, view)).toBe(false)
  expect(leavesSoon(region, viewAt(1, 840), viewAt(1, 900))).toBe(true)
  expect(leavesSoon(region, viewAt(1, 900), viewAt(1, 840))).toBe(false)
  expect(leavesSoon(region, viewAt(1, 1_500), viewAt(1, 1_500))).toBe(false)
})
