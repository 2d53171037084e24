import * as fc from 'fast-check'
import { createGunzip } from 'node:zlib'
import { expect, test } from 'vitest'
import { GZIP_HEAD, pack, wrap } from './packing.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 2_000 }).map((one) => Buffer.from(one))
const piece = fc.record({ bytes: text, isShared: fc.boolean() })

test('whatever is packed and wrapped reads as it was, each piece as soon as it is there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const reader = createGunzip()
      let read = Buffer.alloc(0)
      reader.on('data', (bytes: Buffer) => (read = Buffer.concat([read, bytes])))
      reader.write(GZIP_HEAD)
      let said = Buffer.alloc(0)
      for (const { bytes, isShared } of pieces) {
        said = Buffer.concat([said, bytes])
        await new Promise((resolve) => reader.write(isShared ? pack(bytes) : wrap(bytes), resolve))
        expect(read.equals(said)).toBe(true)
      }
      reader.destroy()
    }),
    { numRuns: 50 },
  )
})

test('what is shared is packed once, and what is longer than a block is wrapped in several', () => {
  const shared = Buffer.from('The pharmacist sleeps because we take the alarm. '.repeat(3_000))
  expect(pack(shared)).toBe(pack(shared))
  expect(pack(shared).length).toBeLessThan(shared.length / 20)
  expect(wrap(shared).length).toBe(shared.length + 3 * 5)
})
