import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Restart, TOLD_AFTER_MS } from './restart.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function provider(synced = true) {
  const came: number[] = []
  return { came, shouldConnect: true, synced, connect: () => void came.push(Date.now()) }
}

test('comes back when the server said, and not before by itself', () => {
  const line = provider()
  const begun = Date.now()
  new Restart(() => {}).begins('The server is restarting; come back. (in 1234 ms)', line)
  expect(line.shouldConnect).toBe(false)
  vi.advanceTimersByTime(1_233)
  expect(line.came).toEqual([])
  vi.advanceTimersByTime(1)
  expect(line.came).toEqual([begun + 1_234])
})

test('leaves the return to the provider where the server says nothing of it', () => {
  const line = provider()
  new Restart(() => {}).begins('Going away', line)
  vi.advanceTimersByTime(60_000)
  expect([line.shouldConnect, line.came]).toEqual([true, []])
})

test('is short until it has lasted, and never when the map had not come', () => {
  const onOver = vi.fn<() => void>()
  const restart = new Restart(onOver)
  restart.begins('', provider(false))
  expect(restart.isShort).toBe(false)
  restart.begins('', provider())
  vi.advanceTimersByTime(TOLD_AFTER_MS - 1)
  restart.begins('', provider())
  expect([restart.isShort, onOver.mock.calls.length]).toEqual([true, 0])
  vi.advanceTimersByTime(1)
  expect([restart.isShort, onOver.mock.calls.length]).toEqual([false, 1])
})

test('once stopped, does nothing more', () => {
  const [line, onOver] = [provider(), vi.fn<() => void>()]
  const restart = new Restart(onOver)
  restart.begins('(in 500 ms)', line)
  restart.stop()
  vi.advanceTimersByTime(60_000)
  expect([line.came, onOver.mock.calls]).toEqual([[], []])
})
