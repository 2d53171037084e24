import { expect, test } from 'vitest'
import { JOIN_CODE_ALPHABET, readJoinCode } from './join-code.ts'

test.each([
  ['CDF347', 'CDF347'],
  ['cdf347', 'CDF347'],
  [' cdf 347\n', 'CDF347'],
  ['CDF-347', 'CDF347'],
  ['C D F – 3 4 7', 'CDF347'],
  ['CDF34', null],
  ['CDF3479', null],
  ['CDF34O', null],
  ['CDF3４7', null],
  ['', null],
])('a code typed as %j is %j', (typed, code) => {
  expect(readJoinCode(typed)).toBe(code)
})

test('no two letters or figures of a code are taken for one another', () => {
  for (const alike of ['0OQ', '0OD', '1ILJ', '2Z', '5S', '6G', '8B', 'UV'])
    expect([...alike].filter((one) => JOIN_CODE_ALPHABET.includes(one)).length).toBeLessThan(2)
})
