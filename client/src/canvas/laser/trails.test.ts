import { expect, test } from 'vitest'
import { readPresence, type LaserStroke, type Peer } from '../../session/presence.ts'
import { LASTS_MS, withNews, withoutOld, type Trail } from './trails.ts'

const peer = (laser: LaserStroke | null): Peer => ({
  client: 1,
  person: 'p1',
  ...readPresence({ user: { name: 'Ben' } })!,
  color: 2,
  laser,
})
const line = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => [from + at, 0] as const)
const stroke = (from: number, to: number, name = 1) => peer({ stroke: name, from, points: line(from, to) })
const xs = ([trail]: readonly Trail[]) => trail?.points.map(({ x }) => x)

test('[LA1] a trail has each point once, however often it is announced and whatever announcement was left out', () => {
  let trails = withNews([], [stroke(0, 3)], 0)
  trails = withNews(trails, [stroke(0, 3)], 10)
  trails = withNews(trails, [stroke(1, 5)], 20)
  trails = withNews(trails, [stroke(7, 9)], 30)
  expect(xs(trails)).toEqual([0, 1, 2, 3, 4, 7, 8])
})

test('a trail fades from its beginning, and a stroke that is over does not come again', () => {
  const peers = [stroke(0, 2)]
  let trails = withNews([], peers, 0)
  trails = withNews(trails, [stroke(0, 3)], 500)
  expect(xs(withoutOld(trails, peers, LASTS_MS))).toEqual([2])
  trails = withoutOld(trails, [stroke(0, 3)], 500 + LASTS_MS)
  expect(xs(withNews(trails, [stroke(0, 3)], 2_000))).toEqual([])
  expect(withoutOld(trails, [peer(null)], 2_000)).toEqual([])
  expect(withNews(trails, [stroke(0, 1, 2)], 2_000)).toHaveLength(2)
})
