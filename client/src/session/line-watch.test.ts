import { expect, test } from 'vitest'
import { LineWatch, TICK_MS, type LineFacts, type LineNeeds } from './line-watch.ts'

/** Looks every second from `from` on; answers what was needed at which second. */
function looks(line: LineWatch, seconds: readonly number[], facts: (at: number) => Partial<LineFacts>) {
  const needs: [number, LineNeeds][] = []
  for (const second of seconds) {
    const need = line.tick(second * TICK_MS, { heardAt: 0, owed: 0, sent: 0, ...facts(second) })
    if (need !== 'nothing') needs.push([second, need])
    if (need === 'end') break
  }
  return needs
}
const upTo = (n: number) => Array.from({ length: n }, (_, at) => at + 1)

test('[LW1] a dead line is found out within nine seconds of the last thing heard', () => {
  expect(looks(new LineWatch(0), upTo(9), () => ({}))).toEqual([
    [3, 'probe'],
    [8, 'end'],
  ])
})

test('an answer is enough, and a line that speaks is never asked', () => {
  const answered = looks(new LineWatch(0), upTo(12), (at) => ({ heardAt: at >= 4 ? 4_000 : 0 }))
  expect(answered.slice(0, 2)).toEqual([
    [3, 'probe'],
    [7, 'probe'],
  ])
  expect(looks(new LineWatch(0), upTo(30), (at) => ({ heardAt: at * TICK_MS - 500 }))).toEqual([])
})

test('[LW2] bytes that still leave, and large ones on their way, are waited for', () => {
  expect(looks(new LineWatch(0), upTo(20), (at) => ({ owed: 1_000_000 - at * 1_000 }))).toEqual([[3, 'probe']])
  const large = looks(new LineWatch(0), upTo(60), (at) => ({ sent: at > 2 ? 1_280_000 : 0 }))
  expect(large).toEqual([
    [3, 'probe'],
    [28, 'end'],
  ])
})

test('[LW2] a page that slept asks before it judges', () => {
  const line = new LineWatch(0)
  expect(looks(line, [1, 3_600, 3_601, 3_604], () => ({}))).toEqual([[3_600, 'probe']])
  expect(looks(line, [3_605], () => ({}))).toEqual([[3_605, 'end']])
})

test('a doubt asks at once', () => {
  const line = new LineWatch(0)
  line.doubt()
  expect(looks(line, [1], () => ({}))).toEqual([[1, 'probe']])
})
