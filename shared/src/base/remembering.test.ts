import { expect, test } from 'vitest'
import { remembering } from './remembering.ts'

test('works each text out once, until it has as many as it keeps', () => {
  const asked: string[] = []
  const lengthOf = remembering((text) => {
    asked.push(text)
    return text === '' ? undefined : text.length
  }, 2)
  expect(['one', 'three', 'one', ''].map(lengthOf)).toEqual([3, 5, 3, undefined])
  expect(asked).toEqual(['one', 'three', ''])
  expect(['', 'one'].map(lengthOf)).toEqual([undefined, 3])
  expect(asked).toEqual(['one', 'three', '', 'one'])
})
