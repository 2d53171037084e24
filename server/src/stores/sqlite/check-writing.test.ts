import { expect, test } from 'vitest'
import { AppError } from '@throughline/shared/errors'
import { FakeClock } from '../../../test/fake-clock.ts'
import { openCheck, SHARED_MS } from './check-writing.ts'

class FakeWriter {
  isFull = false
  refused = 0
  writes = 0

  async write() {
    this.writes += 1
    if (!this.isFull) return []
    this.refused += 1
    throw new AppError('storage-full', 'The disk is full.')
  }
}

test('[CW2] whoever asks within a second shares one write and its answer, good or bad', async () => {
  const clock = new FakeClock()
  const writer = new FakeWriter()
  const check = openCheck(writer, clock)
  await Promise.all([check(), check(), check()])
  writer.isFull = true
  clock.pass(SHARED_MS - 1)
  await check()
  expect(writer.writes).toBe(1)
  clock.pass(1)
  const said = { kind: 'storage-unavailable', message: 'The disk is full.' }
  await expect(check()).rejects.toMatchObject(said)
  await expect(check()).rejects.toMatchObject(said)
  expect(writer.writes).toBe(2)
  writer.isFull = false
  clock.pass(SHARED_MS)
  await check()
  expect(writer.writes).toBe(3)
})

test('[CW2] a good answer does not outlive a write that was refused', async () => {
  const writer = new FakeWriter()
  const check = openCheck(writer, new FakeClock())
  await check()
  writer.isFull = true
  await expect(writer.write()).rejects.toThrow('full')
  await expect(check()).rejects.toThrow('full')
  // The bad one is shared, however much is refused.
  await expect(writer.write()).rejects.toThrow('full')
  await expect(check()).rejects.toThrow('full')
  expect(writer.writes).toBe(4)
})
