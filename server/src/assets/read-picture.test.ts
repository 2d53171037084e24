import { assert, nat, property, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { SAMPLES } from '../../test/sample-pictures.ts'
import { isSvg, readPicture } from './read-picture.ts'
import { takePicture } from './take-picture.ts'

const ENDINGS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp' } as const
const text = (words: string) => new TextEncoder().encode(words)

test.each(Object.entries(SAMPLES))('reads kind and size of %s', (_name, { type, bytes }) => {
  const ending = type === 'image/avif' ? 'avif' : ENDINGS[type]
  expect(readPicture(bytes)).toEqual({ ending, width: 40, height: 24 })
})

test('half a header, or a header alone, is no picture', () => {
  for (const { bytes } of Object.values(SAMPLES)) expect(readPicture(bytes.subarray(0, 12))).toBeNull()
  for (const start of ['\x89PNG\r\n\x1A\n<script>', 'GIF89a', 'RIFF....WEBP', '<svg/>', 'MZ', '', '%PDF-1.7'])
    expect(readPicture(Buffer.from(start, 'latin1'))).toBeNull()
})

test('whatever the bytes are, reading ends and throws nothing', () => {
  const starts = Object.values(SAMPLES).map(({ bytes }) => bytes)
  assert(
    property(nat(starts.length - 1), nat(400), uint8Array({ maxLength: 200 }), (which, at, noise) => {
      const start = starts[which]?.subarray(0, at) ?? Buffer.alloc(0)
      const read = readPicture(Buffer.concat([start, noise]))
      expect(read === null || read.width * read.height > 0).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('boxes that claim to be longer than the file, or nothing long, end the reading', () => {
  const avif = Buffer.from(SAMPLES.avif.bytes)
  avif.writeUInt32BE(0xffff_fff0, avif.readUInt32BE(0))
  expect(readPicture(avif)).toBeNull()
  const still = Buffer.from(SAMPLES.avif.bytes)
  still.writeUInt32BE(2, still.readUInt32BE(0))
  expect(readPicture(still)).toBeNull()
})

test('SVG is known whatever stands before it', () => {
  const utf16 = Buffer.from('\ufeff<svg xmlns="http://www.w3.org/2000/svg"/>', 'utf16le')
  for (const svg of [
    text('<svg/>'),
    text('\ufeff  <?xml version="1.0"?>\n<!-- x --><svg onload="x">'),
    text('<!DOCTYPE svg PUBLIC "x"><s:svg/>'),
    utf16,
  ])
    expect(isSvg(svg)).toBe(true)
  for (const other of [text('words about <svg>'), text('<html></html>'), SAMPLES.png.bytes])
    expect(isSvg(other)).toBe(false)
})

test('the same bytes have the same id, and more pixels than a browser bears are refused in words', () => {
  expect(takePicture(SAMPLES.png.bytes)).toEqual(takePicture(Buffer.from(SAMPLES.png.bytes)))
  const huge = Buffer.from(SAMPLES.png.bytes)
  huge.writeUInt32BE(16_000, 16)
  huge.writeUInt32BE(16_000, 20)
  expect(() => takePicture(huge)).toThrow('16000 × 16000 pixels')
  const empty = Buffer.from(SAMPLES.png.bytes)
  empty.writeUInt32BE(0, 16)
  expect(() => takePicture(empty)).toThrow(/not a picture/)
})
