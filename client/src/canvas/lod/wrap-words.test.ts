import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readsFromRight, wrapWords } from './wrap-words.ts'

/** Every letter is one wide. */
const widthOf = (text: string) => [...text].length
const wrap = (text: string, width: number, lines: number) => wrapWords(text, { width, lines }, widthOf)

describe('first words', () => {
  test('break between words, and end in an ellipsis when there are more', () => {
    expect(wrap('a person answers', 8, 3)).toEqual(['a person', 'answers'])
    expect(wrap('a person answers within the hour', 8, 2)).toEqual(['a person', 'answers…'])
  })

  test('break inside a word that is wider than a line, and anywhere in Chinese', () => {
    expect(wrap('unbreakable', 4, 3)).toEqual(['unbr', 'eaka', 'ble'])
    expect(wrap('停电九小时', 3, 2)).toEqual(['停电九', '小时'])
  })

  test('[WW1] [WW2] never wider than the room, never more lines, and nothing but the beginning', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, lines) => {
          const wrapped = wrap(text, width, lines)
          expect(wrapped.length).toBeLessThanOrEqual(lines)
          for (const line of wrapped) expect(widthOf(line)).toBeLessThanOrEqual(width)
          const bare = (words: string) => words.replace(/\s+/g, '')
          const shown = bare(wrapped.join(''))
          expect(
            bare(text).startsWith(shown) || (shown.endsWith('…') && bare(text).startsWith(shown.slice(0, -1))),
          ).toBe(true)
        },
      ),
    )
  })

  test('read from the side that their first letter says', () => {
    expect(['שלום', '“مرحبا”', 'Hello', '2024 שלום', ''].map(readsFromRight)).toEqual([true, true, false, true, false])
  })
})
