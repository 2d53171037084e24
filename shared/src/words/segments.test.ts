import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { GUESSED } from './function-words.ts'
import { segmentsOf, type Segment } from './segments.ts'

function byUnicode(text: string, language: string): readonly Segment[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  return [...segmenter.segment(text)].map(({ segment, index, isWordLike }) => ({
    text: segment,
    at: index,
    isWord: isWordLike === true,
  }))
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => String.fromCodePoint(from + n))

/** Letters and figures as often as signs, and the signs that join as often as all others together. */
const anyPlain = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'abzAZ019éÉßøɏ'),
    fc.constantFrom(..."'’‘.:·,;_ \n"),
    fc.constantFrom(...range(0x20, 0x7e), ...range(0xc0, 0x24f), ...'\u00A0£§«°·»‐–—‘’“”„…€'),
  ),
  maxLength: 40,
})
const anyText = fc.oneof(
  anyPlain,
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

test('[SE1] any text has the words of Intl.Segmenter, in Latin letters too', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(...GUESSED), (text, language) => {
      expect(segmentsOf(text, language)).toEqual(byUnicode(text, language))
    }),
    { numRuns: 3_000 },
  )
})

test('[SE1] every two signs beside each other, within letters and within figures', () => {
  const signs = [...range(0x09, 0x24f), ...range(0x2010, 0x2044), '€']
  for (const one of signs)
    for (const other of ["'", '.', ',', ':', '_', 'a', '1', ' ', one])
      for (const text of [`a${one}${other}a`, `1${one}${other}1`, `${one}${other}`, `a${one}1${other}a`])
        expect(segmentsOf(text)).toEqual(byUnicode(text, 'en'))
})

test('joined again, the segments are the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(
        segmentsOf(text)
          .map((segment) => segment.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
