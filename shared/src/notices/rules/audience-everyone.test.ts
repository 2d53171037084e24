import { expect, test } from 'vitest'
import { buildMap } from '../../../test/build-map.ts'
import { audienceEveryone } from './audience-everyone.ts'

const ENGLISH = { why: { kind: 'purpose', statement: 'We keep the small bridges of the town open.' } } as const
const find = (statement: string) => audienceEveryone.find(buildMap({ ...ENGLISH, it: { kind: 'audience', statement } }))

test.each([
  ['Everyone', '“Everyone” could be anybody.'],
  ['Our customers', '“Our customers” could be anybody.'],
  ['Businesses of all sizes.', '“Businesses of all sizes” could be anybody.'],
  ['For anyone, anywhere', '“Anyone” could be anybody.'],
  ['Wir sind für alle Unternehmen da, und zwar nicht nur in der Stadt.', '“Alle Unternehmen” could be anybody.'],
])('speaks of “%s”', (statement, says) => expect(find(statement)).toEqual([{ about: ['it'], says }]))

test.each([
  'Everyone who keeps vaccines in a cellar',
  'Anybody in charge of a night shift',
  'Independent pharmacists who own the fridge, the stock and the worry.',
  'People who were told without asking anyone',
  'Commuters',
  '',
  '所有人',
])('stays quiet about “%s”', (statement) => expect(find(statement)).toEqual([]))

test('stays quiet about other kinds, where everyone may well be meant', () => {
  expect(
    audienceEveryone.find(buildMap({ ...ENGLISH, it: { kind: 'value', statement: 'Open to everyone.' } })),
  ).toEqual([])
})
