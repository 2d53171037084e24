import { expect, test } from 'vitest'
import { readPresence, type Peer } from '../../session/presence.ts'
import { Crowd } from './crowd.ts'

const peer = (client: number, x: number | null, name = `P${client}`): Peer => ({
  client,
  person: null,
  ...readPresence({ user: { name } })!,
  color: client % 8,
  pointer: x === null ? null : { x, y: 0 },
})

test('a name goes two seconds after the last movement, and comes back with the next', () => {
  const crowd = new Crowd()
  crowd.update([peer(1, 0)], 0, false)
  expect(crowd.nextChange(0)).toBe(2_000)
  // Somebody else moves: that is no movement of the first.
  crowd.update([peer(1, 0), peer(2, 5)], 1_500, false)
  expect(crowd.seen(1_999).map(({ name }) => name)).toEqual(['P1', 'P2'])
  expect(crowd.seen(2_000).map(({ name }) => name)).toEqual([null, 'P2'])
  expect(crowd.nextChange(2_000)).toBe(3_500)
  expect(crowd.nextChange(3_500)).toBe(Number.POSITIVE_INFINITY)
  crowd.update([peer(1, 9), peer(2, 5)], 4_000, false)
  expect(crowd.nextChange(4_000)).toBe(4_000)
  expect(crowd.seen(4_000)[0]?.name).toBe('P1')
})

test('whoever leaves the canvas is gone at once', () => {
  const crowd = new Crowd()
  crowd.update([peer(1, 0)], 0, false)
  crowd.update([peer(1, null)], 10, false)
  expect(crowd.seen(10)).toEqual([])
})
