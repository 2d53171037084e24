import { expect, test } from 'vitest'
import { Pace } from './pace.ts'

test('[PA1] [PA2] a tick is twelve times as long as telling took, within its bounds', () => {
  const pace = new Pace()
  const restAfter = (members: number, tellingMs: number) => {
    pace.documentTold(1_000)
    pace.telling(tellingMs)
    return pace.documentDue(members) - 1_000
  }
  expect(restAfter(1, 0)).toBe(1)
  expect(restAfter(50, 0.1)).toBe(4)
  expect(restAfter(200, 1.5)).toBe(18)
  expect(restAfter(500, 40)).toBe(32)
})

test('[PA3] pointers come along with news of the document, a frame of a screen after the last ones', () => {
  const pace = new Pace()
  expect(pace.presenceMayRide(0)).toBe(true)
  pace.presenceTold(100)
  expect(pace.presenceMayRide(115)).toBe(false)
  expect(pace.presenceMayRide(116)).toBe(true)
  expect(pace.presenceDue(3)).toBe(116)
  expect(pace.presenceDue(200)).toBe(300)
})
