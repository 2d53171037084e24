import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesIn, textWidth } from './text-width.ts'

test('a letter is as wide as in the font, whatever stands over it; ideographs and dashes are a whole em', () => {
  expect(textWidth('m', 'serif')).toBe(0.97)
  expect(textWidth('é', 'sans')).toBe(textWidth('e', 'sans'))
  expect(textWidth('冷 —', 'serif')).toBeCloseTo(2.2)
  expect(textWidth('한', 'serif')).toBe(1)
})

test('lines break at spaces and between ideographs, and anywhere in a word that is longer than a line', () => {
  expect(linesIn('A person answers first.', 8, 'serif')).toBe(2)
  expect(linesIn('A person answers first.', 30, 'serif')).toBe(1)
  expect(linesIn('冷'.repeat(21), 10, 'serif')).toBe(3)
  expect(linesIn('W'.repeat(400), 50, 'serif')).toBe(9)
})

test('a narrower column never takes fewer lines, and more words never take fewer', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 })
  fc.assert(
    fc.property(text, text, fc.double({ min: 5, max: 60, noNaN: true }), (one, other, column) => {
      const lines = linesIn(one, column, 'serif')
      expect(linesIn(one, column * 0.7, 'serif')).toBeGreaterThanOrEqual(lines)
      expect(linesIn(`${one} ${other}`, column, 'serif')).toBeGreaterThanOrEqual(lines)
    }),
  )
})
