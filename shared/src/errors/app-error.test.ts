import { expect, test } from 'vitest'
import { ERROR_KINDS } from './app-error.ts'

test('y-websocket gives up on exactly the kinds we never retry', () => {
  for (const { close, retry } of Object.values(ERROR_KINDS)) expect(close >= 4400 && close < 4500).toBe(!retry)
})
