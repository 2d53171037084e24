import { expect, test } from 'vitest'
import { buildMap, type BlockSketch } from '../../../test/build-map.ts'
import { agreedWordingDrifted } from './agreed-wording-drifted.ts'

const agreed = { statement: 'We keep small bridges open.', at: '2026-05-12T09:40:00Z' }
const find = (statement: string, more: BlockSketch['with'] = {}) =>
  agreedWordingDrifted.find(
    buildMap({ it: { kind: 'purpose', statement, with: { status: 'agreed', agreed, ...more } } }),
  )

test('speaks when other words stand there than were agreed, and says which those were', () => {
  expect(find('We keep bridges open.')).toEqual([
    {
      about: ['it'],
      why: 'On 12 May 2026 it was agreed as “We keep small bridges open”. Whoever learned that goes on saying it.',
    },
  ])
})

test('stays quiet about the same words, another comma or capital, and what is up for discussion again', () => {
  expect(find('We keep small bridges open.')).toEqual([])
  expect(find('we keep small bridges open')).toEqual([])
  expect(find('We keep bridges open.', { status: 'proposed' })).toEqual([])
  expect(find('We keep bridges open.', { agreed: null })).toEqual([])
})
