import { expect, test } from 'vitest'
import { buildMap, type BlockSketch } from '../../../test/build-map.ts'
import { categoryDiffers } from './category-differs.ts'

const purpose = (category: string, more: Partial<BlockSketch> = {}): BlockSketch => ({
  kind: 'purpose',
  statement: 'We keep the small bridges of the town open.',
  ...more,
  with: { fields: { category } },
})

test('speaks when two purposes name two categories', () => {
  const map = buildMap({ one: purpose('Bridge inspection'), two: purpose('Road works') })
  expect(categoryDiffers.find(map)).toEqual([
    { about: ['one', 'two'], says: 'Here “Bridge inspection”, and another purpose says “Road works”.' },
  ])
})

test('speaks when a telling says that we are something else', () => {
  const tellings = { sales: 'Span is the leading software platform for councils.' }
  expect(
    categoryDiffers.find(buildMap({ it: purpose('Bridge inspection', { tellings }) }, { subject: 'Span, of Lund' })),
  ).toEqual([{ about: ['it'], says: 'Here “Bridge inspection”, and Sales says “leading software platform”.' }])
})

test.each([
  'Span is a bridge inspection service that never sleeps.',
  'We are the ones who look under the bridge.',
  'We are a small team with a large boat.',
  'TiDB 是一款数据库。',
])('stays quiet about the telling “%s”', (sales) => {
  const map = buildMap({ it: purpose('Bridge inspection', { tellings: { sales } }) }, { subject: 'Span' })
  expect(categoryDiffers.find(map)).toEqual([])
})

test('stays quiet about one name in other letters, and across scripts', () => {
  expect(categoryDiffers.find(buildMap({ a: purpose('Bridge inspection'), b: purpose('bridge inspections') }))).toEqual(
    [],
  )
  expect(categoryDiffers.find(buildMap({ a: purpose('Bridge inspection'), b: purpose('桥梁检测') }))).toEqual([])
  expect(categoryDiffers.find(buildMap({ a: { kind: 'purpose' } }))).toEqual([])
})

test('a subject full of signs is a name like any other', () => {
  const map = buildMap({ it: purpose('Bridge inspection') }, { subject: '(+*[?' })
  expect(categoryDiffers.find(map)).toEqual([])
})
