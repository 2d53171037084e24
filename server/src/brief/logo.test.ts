import { Buffer } from 'node:buffer'
import { LIMITS } from '@throughline/shared/schema'
import { expect, test } from 'vitest'
import { SAMPLES } from '../../test/sample-pictures.ts'
import { fitsBrief } from './logo.ts'

/** As its head says, which is all that a picture's size is read from. */
function png(width: number, height: number, bytes = 200): Uint8Array {
  const picture = Buffer.alloc(bytes)
  SAMPLES.png.bytes.copy(picture)
  picture.writeUInt32BE(width, 16)
  picture.writeUInt32BE(height, 20)
  return picture
}

test('a logo is as large as a print can hold, in bytes and in pixels, and no larger', () => {
  expect(fitsBrief(png(40, 24, LIMITS.logoBytes))).toBe(true)
  expect(fitsBrief(png(40, 24, LIMITS.logoBytes + 1))).toBe(false)
  expect(fitsBrief(png(LIMITS.logoPixels / 1_000, 1_000))).toBe(true)
  expect(fitsBrief(png(LIMITS.logoPixels / 1_000 + 1, 1_000))).toBe(false)
})
