import { expect, test } from 'vitest'
import { buildMap, type BlockSketch } from '../../../test/build-map.ts'
import { numbersDisagree } from './numbers-disagree.ts'

const proof = (statement: string, more: Partial<BlockSketch> = {}): BlockSketch => ({
  kind: 'proof',
  statement,
  ...more,
})
const find = (...blocks: readonly BlockSketch[]) =>
  numbersDisagree.find(
    buildMap({
      why: { kind: 'purpose', statement: 'We keep the small bridges of the town open.' },
      ...Object.fromEntries(blocks.map((block, n) => [`p${n}`, block])),
    }),
  )

test.each([
  [
    'Used by 2,500+ employees',
    'For firms with 5,000+ total employees',
    '2,500+ and 5,000+ employees: the figures are not the same.',
  ],
  ['Spoken in 16 languages by us', 'We support 20 languages', '16 and 20 languages: the figures are not the same.'],
  [
    'Wir haben 2.500 Kunden in der Stadt.',
    'Es sind 3.000 zufriedene Kunden.',
    '2.500 and 3.000 kunden: the figures are not the same.',
  ],
])('speaks of “%s” and “%s”', (one, other, says) =>
  expect(find(proof(one), proof(other))).toEqual([{ about: ['p0', 'p1'], says }]),
)

test('speaks when a telling has another figure than its block', () => {
  expect(find(proof('Open for 40 bridges', { tellings: { sales: 'We have 60 bridges.' } }))).toEqual([
    { about: ['p0'], says: '40 and 60 bridges: the figures are not the same.' },
  ])
})

test.each([
  ['5,000 teams of ours', 'The 5k teams that we have'],
  ['It takes 20 minutes', 'It takes 30 minutes'],
  ['In 14 hospital pharmacies', 'With 38 pharmacies'],
  ['Since 2018 bridges are ours', 'The 2019 bridges'],
  ['For 500-4,999 employees', 'For 20-30 employees'],
  ['The 3 teams here', 'The 4 teams there'],
  ['87% of bridges', '60% of bridges'],
  ['The agreement of 2052 says so', 'The agreement of 2039 says so'],
  ['512 节点', '1000 节点'],
])('stays quiet about “%s” and “%s”', (one, other) => expect(find(proof(one), proof(other))).toEqual([]))

test('stays quiet about figures in a source, which are somebody else’s', () => {
  expect(
    find(proof('Seen in 40 pharmacies'), proof('Seen', { with: { fields: { source: 'Study with 38 pharmacies' } } })),
  ).toEqual([])
})
