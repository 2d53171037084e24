import { expect, test } from 'vitest'
import { buildMap, type BlockSketch } from '../../../test/build-map.ts'
import { studiesWithoutSource } from './studies-without-source.ts'

const find = (it: BlockSketch) =>
  studiesWithoutSource.find(
    buildMap({
      why: { kind: 'purpose', statement: 'We keep the small bridges of the town open.' },
      held: { kind: 'proof', statement: '11 of 14', with: { fields: { source: 'Call of 3 April' } } },
      it,
    }),
  )

test.each([
  ['Studies show that fewer bridges fail.', 'Studies show'],
  ['Clinically proven to last', 'Clinically proven'],
  ['Studien belegen, dass die Brücke hält.', 'Studien belegen'],
  ['研究表明，桥更安全。', '研究表明'],
])('speaks of “%s”', (statement, words) =>
  expect(find({ kind: 'proof', statement })).toEqual([
    { about: ['it'], says: `“${words}” stands here without a name.` },
  ]),
)

test('speaks of a telling too', () => {
  expect(find({ kind: 'value', tellings: { sales: 'Experts agree that it holds.' } })).toHaveLength(1)
})

test('stays quiet with a source, with who says so, with an address, and where a linked proof has one', () => {
  const statement = 'Studies show that fewer bridges fail.'
  expect(find({ kind: 'proof', statement, with: { fields: { source: 'Lund Bay, 2026' } } })).toEqual([])
  expect(find({ kind: 'proof', statement, with: { fields: { by: 'Lund Bay' } } })).toEqual([])
  expect(find({ kind: 'value', statement: `${statement} https://example.org/study` })).toEqual([])
  expect(find({ kind: 'value', statement, to: ['held'] })).toEqual([])
})

test('stays quiet about studies that nobody calls upon', () => {
  expect(find({ kind: 'audience', statement: 'Those who fund studies of bridges' })).toEqual([])
})
