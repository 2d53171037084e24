import { describe, expect, test } from 'vitest'
import { buildMap, type BlockSketch } from '../../../test/build-map.ts'
import { VAGUE_WORDS } from '../data/vague-words.ts'
import { vagueWords } from './vague-words.ts'

const find = (it: BlockSketch) =>
  vagueWords.find(buildMap({ why: { kind: 'purpose', statement: 'We keep the small bridges of the town open.' }, it }))
const says = (statement: string) => find({ kind: 'value', statement }).map((finding) => finding.says)

test('asks what the word leaves open', () => {
  expect(find({ kind: 'value', statement: 'Digitize and streamline internal systems' })).toEqual([
    { about: ['it'], says: '“Streamline” could stand on anybody’s map.', why: 'Which steps go, and which stay?' },
  ])
})

// Six lines of the kind that general linters let through.
test.each([
  [
    'Seamless, end-to-end solutions for the bank.',
    '“Seamless”, “End-to-end” and “Solutions” could stand on anybody’s map.',
  ],
  ['We empower teams to unlock their full potential.', '“Empower” and “Unlock” could stand on anybody’s map.'],
  ['The market-leading platform', '“Market-leading” could stand on anybody’s map.'],
  [
    'A cutting-edge, robust and scalable platform',
    '“Cutting-edge”, “Robust” and “Scalable” could stand on anybody’s map.',
  ],
  [
    'Your trusted partner in the digital transformation',
    '“Trusted partner” and “Digital transformation” could stand on anybody’s map.',
  ],
  [
    'An analytics platform which has unlimited potential to scale',
    '“Unlimited potential” could stand on anybody’s map.',
  ],
  ['Nahtlose Lösungen für die Stadt und das Land', '“Nahtlose” and “Lösungen” could stand on anybody’s map.'],
])('speaks of “%s”', (statement, expected) => expect(says(statement)).toEqual([expected]))

test('says where a word stands that is not in the statement', () => {
  expect(find({ kind: 'value', with: { fields: { gain: 'Long-term success' } } })).toMatchObject([
    { says: '“Long-term success”, under “Gain”, could stand on anybody’s map.' },
  ])
})

test.each(['A person answers the alarm first.', 'It resolves the dispute before noon.', '一站式解决方案', ''])(
  'stays quiet about “%s”',
  (statement) => expect(says(statement)).toEqual([]),
)

test('leaves to customers what they say, in tellings and in proofs', () => {
  expect(find({ kind: 'value', tellings: { customer: 'It was a game-changer for us.' } })).toEqual([])
  expect(find({ kind: 'proof', statement: 'It was a game-changer for us.' })).toEqual([])
})

describe('the list', () => {
  test.each(Object.entries(VAGUE_WORDS))(
    'in %s: every form once, in small letters, with a question of its own',
    (_, list) => {
      const forms = list.flatMap((entry) => entry.forms)
      expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([])
      for (const { forms: all, asks } of list) {
        for (const form of all) expect(form).toMatch(/^[\p{Ll}\d]+(?: [\p{Ll}\d]+)*$/u)
        expect(asks).toMatch(/^[A-Z].*[?.)]$/u)
      }
    },
  )
})
