import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MOST_MS, SlowReturn } from './slow-return.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** The waits of so many returns in a row. */
function waits(slow: SlowReturn, returns: number): readonly number[] {
  return Array.from({ length: returns }, () => {
    let came = -1
    const began = Date.now()
    const line = { shouldConnect: true, connect: () => void (came = Date.now() - began) }
    slow.begins(line)
    expect(line.shouldConnect).toBe(false)
    vi.advanceTimersByTime(MOST_MS)
    return came
  })
}

test('[SR1] each return waits longer, to ten seconds, until something is saved', () => {
  const slow = new SlowReturn(() => 1)
  expect(waits(slow, 7)).toEqual([400, 800, 1_600, 3_200, 6_400, 10_000, 10_000])
  slow.succeeded()
  expect(waits(slow, 2)).toEqual([400, 800])
})

test('[SR2] waits are spread over half of their length', () => {
  expect(waits(new SlowReturn(() => 0), 7)).toEqual([200, 400, 800, 1_600, 3_200, 5_000, 5_000])
})

test('once stopped, or begun anew, the earlier return does not happen', () => {
  const slow = new SlowReturn(() => 1)
  const came: string[] = []
  slow.begins({ shouldConnect: true, connect: () => void came.push('first') })
  slow.begins({ shouldConnect: true, connect: () => void came.push('second') })
  vi.advanceTimersByTime(MOST_MS)
  expect(came).toEqual(['second'])
  slow.begins({ shouldConnect: true, connect: () => void came.push('third') })
  slow.stop()
  vi.advanceTimersByTime(MOST_MS)
  expect(came).toEqual(['second'])
})
