import { ERROR_KINDS } from '@throughline/shared/errors'
import { expect, test } from 'vitest'
import { ERROR_TEXTS } from './errors.ts'
import { count, sayDay } from './words.ts'

test('figures are read as words up to twelve, and one thing is one', () => {
  expect(count(0, 'block')).toBe('no blocks')
  expect(count(1, 'block')).toBe('one block')
  expect(count(2, 'person', 'people')).toBe('two people')
  expect(count(13, 'link')).toBe('13 links')
})

test('a day of this week is named by its name, an older one by its date', () => {
  const now = new Date(2026, 4, 21, 14, 0).getTime()
  expect(sayDay(new Date(2026, 4, 21, 0, 5).getTime(), now)).toBe('today')
  expect(sayDay(new Date(2026, 4, 20, 23, 0).getTime(), now)).toBe('yesterday')
  expect(sayDay(new Date(2026, 4, 19, 9, 0).getTime(), now)).toBe('on Tuesday')
  expect(sayDay(new Date(2026, 4, 2, 9, 0).getTime(), now)).toBe('on 2 May')
  expect(sayDay(new Date(2025, 11, 31, 9, 0).getTime(), now)).toBe('on 31 December 2025')
})

test('every kind of trouble has a sentence, in the tone of the house', () => {
  expect(Object.keys(ERROR_TEXTS).toSorted()).toEqual(Object.keys(ERROR_KINDS).toSorted())
  for (const { title, says } of Object.values(ERROR_TEXTS)) {
    expect(says.endsWith('.')).toBe(true)
    expect(title.endsWith('.')).toBe(false)
    expect(`${title} ${says}`).not.toMatch(/!|please|oops|sorry/i)
  }
})
