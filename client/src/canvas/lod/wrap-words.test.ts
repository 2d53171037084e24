import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { piecesOf, readsFromRight, wrapWords } from './wrap-words.ts'

/** Every letter is one wide. */
const widthOf = (text: string) => [...text].length
const wrap = (text: string, width: number, lines: number) =>
  wrapWords(piecesOf(text, widthOf), { width, lines }, widthOf)

describe('first words', () => {
  test('break between words, and end in an ellipsis when there are more', () => {
    expect(wrap('a person answers', 8, 3)).toEqual(['a person', 'answers'])
    expect(wrap('a person answers within the hour', 8, 2)).toEqual(['a person', 'answers…'])
  })

  test('break after a hyphen or a stroke', () => {
    expect(wrap('public-facing and/or not', 7, 4)).toEqual(['public-', 'facing', 'and/or', 'not'])
  })

  test('cut a word that is wider than a line, and go on', () => {
    expect(wrap('unbreakable cold chain', 6, 3)).toEqual(['unbre…', 'cold', 'chain'])
    expect(wrap('unbreakable', 4, 3)).toEqual(['unb…'])
  })

  test('break anywhere in Chinese, and between words in Thai', () => {
    expect(wrap('停电九小时', 3, 2)).toEqual(['停电九', '小时'])
    expect(wrap('สวัสดีครับ', 6, 2)).toEqual(['สวัสดี', 'ครับ'])
  })

  test('[WW1] [WW2] never wider than the room, never more lines, nothing in another order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab-/ …語שé') }),
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, lines) => {
          const wrapped = wrap(text, width, lines)
          expect(wrapped.length).toBeLessThanOrEqual(lines)
          for (const line of wrapped) expect(widthOf(line)).toBeLessThanOrEqual(width)
          const bare = (words: string) => words.replace(/\s+/g, '')
          let at = 0
          for (const part of bare(wrapped.join('')).split('…')) {
            const found = bare(text).indexOf(part, at)
            expect(found).toBeGreaterThanOrEqual(at)
            at = found + part.length
          }
          const isWhole = at >= bare(text).replace(/…+$/, '').length
          expect(isWhole || wrapped.join('').includes('…')).toBe(true)
        },
      ),
    )
  })

  test('read from the side that their first letter says', () => {
    expect(['שלום', '“مرحبا”', 'Hello', '2024 שלום', ''].map(readsFromRight)).toEqual([true, true, false, true, false])
  })
})
