import { expect, test } from 'vitest'
import { buildMap, type BlockSketch } from '../../../test/build-map.ts'
import { acronymUnspelled } from './acronym-unspelled.ts'

const value = (statement: string, more: Partial<BlockSketch> = {}): BlockSketch => ({
  kind: 'value',
  statement,
  ...more,
})
const find = (blocks: Readonly<Record<string, BlockSketch>>, subject = 'Bridges') =>
  acronymUnspelled.find(buildMap(blocks, { subject }))

test('speaks of it where it stands first, once for all of a block', () => {
  const map = { a: value('CCPA/PECR compliant, in writing'), b: value('Ready for PECR, we hope') }
  expect(find(map)).toEqual([{ about: ['a'], says: 'CCPA and PECR are spelled out nowhere on the map.' }])
})

test('says where it stands when that is not the statement', () => {
  expect(find({ a: value('From start to end', { tellings: { sales: 'From RFI to post-award' } }) })).toEqual([
    { about: ['a'], says: 'RFI, as Sales tells it, is spelled out nowhere on the map.' },
  ])
})

test.each([
  'One login for all: single sign-on (SSO)',
  'SSO (single sign-on) for all',
  'Calm for OFA [our office] at night',
  'DAWSON, the new case system, holds',
  'The DATA Act holds',
  'Runs in the EU, as a PDF, under GDPR',
  'Since Part XII of the law',
  'WHY WE EXIST AND WHAT FOR',
  'See https://example.org/ABC/DEF for it',
  '支持 OLTP 与 RTO',
])('stays quiet about “%s”', (statement) => expect(find({ a: value(statement) })).toEqual([]))

test('stays quiet when it is spelled out anywhere on the map, or is part of its name', () => {
  const spelled = value('Online Transactional and Analytical Processing, at night')
  expect(find({ a: value('Ready for OTAP today'), b: spelled })).toEqual([])
  expect(
    find({ a: value('GSA knows'), b: { kind: 'proof', with: { fields: { by: 'General Services Administration' } } } }),
  ).toEqual([])
  expect(find({ a: value('SPAN holds it') }, 'SPAN, bridges')).toEqual([])
})

test('leaves names of people and sources alone', () => {
  expect(
    find({ a: { kind: 'proof', statement: 'It holds', with: { fields: { by: 'USGS', source: 'NTSB' } } } }),
  ).toEqual([])
})
