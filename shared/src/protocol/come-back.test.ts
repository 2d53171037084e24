import { expect, test } from 'vitest'
import { COME_BACK_MS, readComeBack, sayComeBack } from './come-back.ts'

test('what one side says the other reads, from the earliest to the latest', () => {
  expect(readComeBack(sayComeBack('The server is restarting; come back.', 0))).toBe(COME_BACK_MS.from)
  expect(readComeBack(sayComeBack('The server is restarting; come back.', 1))).toBe(COME_BACK_MS.to)
})

test('a reason without it says nothing, and nobody is kept away for long', () => {
  expect(readComeBack('The server is restarting; come back.')).toBeNull()
  expect(readComeBack('')).toBeNull()
  expect(readComeBack('Later (in 999999 ms)')).toBe(10_000)
})
