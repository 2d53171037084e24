import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLine, cleanParagraphs, cleanText, countStrays, cutText, isCalendarDate, isInstant } from './index.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[\u0000-\u00a0\ud800-\udfff\u2028\u2029\ufffe\uffff \n\t]*$/),
)

describe('clean text', () => {
  test('is well-formed, has no control character, and is the same when cleaned again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const clean of [cleanText, cleanLine, cleanParagraphs]) {
          const once = clean(text)
          expect(once.isWellFormed()).toBe(true)
          expect(countStrays(once)).toBe(0)
          expect(clean(once)).toBe(once)
        }
        expect(cleanLine(text)).not.toMatch(/[\n\t]/)
      }),
    )
  })

  test('keeps every word of every script', () => {
    for (const text of ['一键水平扩缩容', 'ערך אחד', 'قيمة', '👩🏽‍🚒 e\u0301', 'a\u00a0b\u200bc'])
      expect(cleanLine(text)).toBe(text)
  })

  test('has one kind of line break; a line has none, a detail no empty paragraph', () => {
    expect(cleanText('a\r\nb\rc\u2028d\u0085e')).toBe('a\nb\nc\nd\ne')
    expect(cleanLine('  a\r\n\tb ')).toBe('a b')
    expect(cleanParagraphs('a\n\n \n b\t c \n')).toBe('a\nb  c')
  })

  test('counts what is removed, line breaks not among it', () => {
    expect(countStrays('a\r\n\u0000\ud800b\u007f\ufffe')).toBe(4)
  })
})

test('a cut is no longer than asked, breaks no pair, ends on no space, and leaves clean text clean', () => {
  fc.assert(
    fc.property(anyText.map(cleanLine), fc.nat({ max: 20 }), (text, length) => {
      const cut = cutText(text, length)
      expect(cut.length).toBeLessThanOrEqual(length)
      expect(text.startsWith(cut)).toBe(true)
      expect(cleanLine(cut)).toBe(cut)
    }),
  )
  expect(cutText('👍👍', 3)).toBe('👍')
  expect(cutText('one two', 4)).toBe('one')
})

describe('dates', () => {
  test.each(['2026-03-12', '2024-02-29', '0001-01-01'])('%s is a day', (text) =>
    expect(isCalendarDate(text)).toBe(true),
  )
  test.each(['2026-02-29', '2026-13-01', '2026-3-1', '12.03.2026', '2026-03-12T10:00:00Z', '', ' 2026-03-12'])(
    '%j is none',
    (text) => expect(isCalendarDate(text)).toBe(false),
  )
  test.each(['2026-03-12T10:00:00Z', '2026-03-12T10:00+02:00', '2026-03-12T10:00:00.123456Z'])(
    '%s is an instant',
    (text) => expect(isInstant(text)).toBe(true),
  )
  test.each(['2026-03-12', '2026-03-12T10:00:00', '2026-02-30T10:00:00Z', '2026-03-12T25:00:00Z', 'March 2026', '1'])(
    '%j is none',
    (text) => expect(isInstant(text)).toBe(false),
  )
})
