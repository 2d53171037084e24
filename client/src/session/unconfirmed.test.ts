import { expect, test } from 'vitest'
import { LATE_MS, Unconfirmed } from './unconfirmed.ts'

test('[UC1] an edit is late when its receipt has not come in time, and no more once it has', () => {
  const edits = new Unconfirmed()
  expect(edits.isLate(0)).toBe(false)
  edits.sent(1, 0)
  expect(edits.isLate(LATE_MS - 1)).toBe(false)
  expect(edits.isLate(LATE_MS)).toBe(true)
  edits.receipted(1)
  expect(edits.isLate(LATE_MS)).toBe(false)
})

test('[UC1] whoever writes without a pause is not late while receipts follow', () => {
  const edits = new Unconfirmed()
  for (let now = 0; now < 20 * LATE_MS; now += 200) {
    edits.sent(now / 200, now)
    edits.receipted(now / 200 - 4)
    expect(edits.isLate(now)).toBe(false)
  }
})

test('[UC2] what was written into a silence is as late as the silence; what waits for a new connection is late at once', () => {
  const edits = new Unconfirmed()
  edits.sent(1, 10_000 - LATE_MS)
  expect(edits.isLate(10_000)).toBe(true)
  edits.carry(false)
  expect(edits.isLate(10_000)).toBe(false)
  edits.carry(true)
  edits.receipted(1)
  expect(edits.isLate(10_000)).toBe(true)
  edits.clear()
  expect(edits.isLate(10_000)).toBe(false)
})
