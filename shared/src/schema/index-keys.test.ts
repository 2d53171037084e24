import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexKeysAbove, isIndexKey } from './index.ts'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const anyDigits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...DIGITS), minLength: length, maxLength: length })

/** Built from the definition, not from our code: a head that says how long the integer is, digits, a fraction. */
const anyKey: fc.Arbitrary<string> = fc.constantFrom(...'BCXYZabcxy').chain((head) => {
  const digits = head >= 'a' ? head.charCodeAt(0) - 96 : 91 - head.charCodeAt(0)
  return fc
    .tuple(anyDigits(digits), fc.nat({ max: 4 }).chain(anyDigits))
    .map(([integer, fraction]) => head + integer + fraction)
})

test('keys above a key are valid and ascend in plain string order, however many', () => {
  fc.assert(
    fc.property(anyKey, fc.nat({ max: 200 }), (key, count) => {
      const all = [key, ...indexKeysAbove(key, count)]
      expect(all).toHaveLength(count + 1)
      expect(all.every(isIndexKey)).toBe(true)
      expect(all.toSorted()).toEqual(all)
      expect(new Set(all).size).toBe(all.length)
    }),
  )
})

test('five thousand keys above nothing, a malformed one or the first ascend and stay short', () => {
  for (const start of [null, 'nonsense!', 'a1']) {
    const keys = indexKeysAbove(start, 5_000)
    expect(keys.toSorted()).toEqual(keys)
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(4)
  }
})

test('the integer grows over its borders as the paper says', () => {
  expect(indexKeysAbove('a0', 1)).toEqual(['a1'])
  expect(indexKeysAbove('az', 1)).toEqual(['b00'])
  expect(indexKeysAbove('bzz', 1)).toEqual(['c000'])
  expect(indexKeysAbove('Zz', 1)).toEqual(['a0'])
  expect(indexKeysAbove('Yzz', 1)).toEqual(['Z0'])
  expect(indexKeysAbove('a1V', 1)).toEqual(['a2'])
})

test.each(['a0', 'a1', 'Zz', 'b00', 'a0V', 'a1V0', `y${'0'.repeat(25)}`])('%s is a key', (key) =>
  expect(isIndexKey(key)).toBe(true),
)

test.each(['', 'a', '1', 'b0', 'a!', 'a1 ', `A${'0'.repeat(26)}`, `z${'0'.repeat(26)}`, 'ä1', `a0${'1'.repeat(100)}`])(
  '%j is none',
  (key) => expect(isIndexKey(key)).toBe(false),
)
