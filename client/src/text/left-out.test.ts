import { expect, test } from 'vitest'
import { leftOutWords, UNDRAWN } from './left-out.ts'

test('each reason is said once, and nothing is said when nothing is left out', () => {
  expect(leftOutWords([], false)).toBe('')
  const junk = { path: 'blocks/a', problem: 'not a block of a known kind' }
  expect(leftOutWords([junk, { ...junk, path: 'links' }], false)).toMatch(/^Something in this map could not be read/)
  expect(leftOutWords([{ path: 'blocks', problem: 'more than 5000 blocks' }], true)).toBe(
    `A map shows 5,000 blocks; those made last are left out. ${UNDRAWN}`,
  )
})
