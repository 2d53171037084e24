import { expect, test } from 'vitest'
import { newWords } from './new-words.ts'

const marked = (before: string, now: string) =>
  newWords(before, now)
    .map(({ text, isNew }) => (isNew ? `[${text}]` : text))
    .join('')

test('marks the word that was put in the place of another', () => {
  expect(marked('No medicine should be thrown away', 'No vaccine should be thrown away')).toBe(
    'No [vaccine] should be thrown away',
  )
})

test('marks neighbouring new words as one run, the space between them included', () => {
  expect(marked('with forty fridges', 'with a hundred fridges')).toBe('with [a hundred] fridges')
})

test('marks nothing when words were only taken away', () => {
  expect(marked('a person answers the alarm first', 'a person answers first')).toBe('a person answers first')
})

test('marks everything when nothing had been agreed', () => {
  expect(marked('', 'all of it')).toBe('[all of it]')
  expect(marked('all of it', '')).toBe('')
})

test('finds words where no spaces stand between them', () => {
  expect(marked('私は猫が好きです', '私は犬が好きです')).toBe('私は[犬]が好きです')
})

test('joined again, the parts are the statement', () => {
  const now = '  Two  words, changed — since 12 May.  '
  expect(
    newWords('Two words have changed since 12 May', now)
      .map(({ text }) => text)
      .join(''),
  ).toBe(now)
})
