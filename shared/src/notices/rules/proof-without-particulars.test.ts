import { expect, test } from 'vitest'
import { buildMap, type BlockSketch } from '../../../test/build-map.ts'
import { proofWithoutParticulars } from './proof-without-particulars.ts'

const find = (statement: string, more: BlockSketch['with'] = {}) =>
  proofWithoutParticulars.find(
    buildMap({
      why: { kind: 'purpose', statement: 'We keep the small bridges of the town open.' },
      it: { kind: 'proof', statement, with: more },
    }),
  )

test.each(['Our customers love it.', 'It was well received. People said so.', 'I like how it feels.'])(
  'speaks of “%s”',
  (statement) => expect(find(statement)).toEqual([{ about: ['it'] }]),
)

test.each([
  'No closure since 2019.',
  'Half of the alarms stay quiet.',
  'A year of readings, audit-ready in forty seconds.',
  'In use at Westmark.',
  '“I have not driven in since March.”',
  '',
])('stays quiet about “%s”', (statement) => expect(find(statement)).toEqual([]))

test('stays quiet once somebody says so, a day is given, or the source carries one', () => {
  expect(find('Our customers love it.', { fields: { by: 'Ilse Brandt' } })).toEqual([])
  expect(find('Our customers love it.', { fields: { observedOn: '2026-01-02' } })).toEqual([])
  expect(find('Our customers love it.', { fields: { source: 'Call of 3 April' } })).toEqual([])
  expect(find('Our customers love it.', { detail: 'Asked at the Westmark fair.' })).toEqual([])
  expect(find('Our customers love it.', { fields: { source: 'https://example.org/2026' } })).toEqual([
    { about: ['it'] },
  ])
})

test('stays quiet where a name cannot be told by its capital', () => {
  expect(find('Unsere Kunden sind mit der Brücke sehr zufrieden.')).toEqual([])
  expect(find('客户非常满意。')).toEqual([])
})
