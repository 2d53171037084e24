import { expect, test } from 'vitest'
import { mentionAt, mentionsIn, splitMentions } from './mentions.ts'

const PEOPLE = [
  { id: 'a', name: 'Ana' },
  { id: 'p', name: 'Ana Petrova' },
  { id: 'b1', name: 'Ben' },
  { id: 'b2', name: 'Ben' },
  { id: 'none', name: '' },
]
const nobody = new Set<string>()

test('the longest name is meant, a mail address and half a name are not', () => {
  const text = '@Ana Petrova and @Ana, write to ana@Ben.example about @Benjamin'
  expect(splitMentions(text, PEOPLE).filter(({ person }) => person !== null)).toEqual([
    { text: '@Ana Petrova', person: PEOPLE[1] },
    { text: '@Ana', person: PEOPLE[0] },
  ])
  expect(
    splitMentions(text, PEOPLE)
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
  expect(mentionsIn(text, PEOPLE, nobody)).toEqual(['p', 'a'])
})

test('of two who go by one name the chosen one is told, without a choice both', () => {
  expect(mentionsIn('@Ben?', PEOPLE, nobody)).toEqual(['b1', 'b2'])
  expect(mentionsIn('@Ben?', PEOPLE, new Set(['b2']))).toEqual(['b2'])
  expect(mentionsIn('Ben?', PEOPLE, new Set(['b2']))).toEqual([])
})

test('what is typed after an @ is found up to the caret', () => {
  expect(mentionAt('Is it, @An', 10)).toEqual({ at: 7, typed: 'An' })
  expect(mentionAt('@Ana Pe', 7)).toEqual({ at: 0, typed: 'Ana Pe' })
  expect(mentionAt('@', 1)).toEqual({ at: 0, typed: '' })
  for (const text of ['ana@b', '@ ', '@a\nb', 'no', '@a  b']) expect(mentionAt(text, text.length)).toBeNull()
})
