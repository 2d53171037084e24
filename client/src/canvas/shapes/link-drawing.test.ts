import { expect, test } from 'vitest'
import { drawLink } from './link-drawing.ts'
import { linkCurve } from './link-geometry.ts'

const box = (x: number, y: number) => ({ x, y, w: 280, h: 160 })
const dotsOf = (line: string) =>
  [...line.matchAll(/M(-?[\d.]+) (-?[\d.]+)a/g)].map(([, x, y]) => [Number(x), Number(y)])

test('a dotted link is dots to be filled, five apart, from end to end', () => {
  const curve = linkCurve('relates', box(0, 0), box(600, 0))
  const dots = dotsOf(drawLink('relates', curve).line)
  // 320 between the cards.
  expect(dots.length).toBeGreaterThanOrEqual(64)
  expect(dots.length).toBeLessThanOrEqual(66)
  const steps = dots.slice(1).map(([x], at) => x! - dots[at]![0]!)
  expect(Math.max(...steps)).toBeLessThan(5.3)
  expect(Math.min(...steps)).toBeGreaterThan(4.7)
})

test('however long a dotted link is, it costs no more than three hundred dots', () => {
  const curve = linkCurve('relates', box(0, 0), box(80_000, 50_000))
  expect(dotsOf(drawLink('relates', curve).line).length).toBeLessThanOrEqual(301)
})

test('from afar marks and dots grow, the line keeps its course', () => {
  const curve = linkCurve('drives', box(0, 0), box(600, 200))
  const near = drawLink('drives', curve)
  const far = drawLink('drives', curve, 4)
  expect(far.mark.startsWith(`M${curve.end.x} ${curve.end.y}`)).toBe(true)
  expect(far.mark).not.toBe(near.mark)
  expect(far.line.split('C')[0]).toBe(near.line.split('C')[0])
  const related = linkCurve('relates', box(0, 0), box(600, 0))
  expect(dotsOf(drawLink('relates', related, 4).line).length).toBeLessThan(20)
})
