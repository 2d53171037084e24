import { expect, test } from 'vitest'
import { AppError } from '@throughline/shared/errors'
import { FakeClock } from '../../../test/fake-clock.ts'
import { openCheck, SHARED_MS } from './check-writing.ts'

test('[CW2] whoever asks within a second shares one write and its answer, good or bad', async () => {
  const clock = new FakeClock()
  let writes = 0
  let isFull = false
  const check = openCheck(
    {
      write: async () => {
        writes += 1
        if (isFull) throw new AppError('storage-full', 'The disk is full.')
        return []
      },
    },
    clock,
  )
  await Promise.all([check(), check(), check()])
  isFull = true
  clock.pass(SHARED_MS - 1)
  await check()
  expect(writes).toBe(1)
  clock.pass(1)
  const said = { kind: 'storage-unavailable', message: 'The disk is full.' }
  await expect(check()).rejects.toMatchObject(said)
  await expect(check()).rejects.toMatchObject(said)
  expect(writes).toBe(2)
  isFull = false
  clock.pass(SHARED_MS)
  await check()
  expect(writes).toBe(3)
})
