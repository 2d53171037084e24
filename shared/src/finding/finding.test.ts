import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyMap, buildMap } from '../../test/index.ts'
import { find, fold, ownersOf, type Found, type Query } from './index.ts'

const TODAY = '2026-06-01'
const map = buildMap({
  why: {
    kind: 'purpose',
    statement: 'No medicine is lost',
    to: ['calm'],
    with: { owner: 'Ágnes Holm', status: 'agreed' },
  },
  calm: {
    kind: 'value',
    statement: 'Nights are calm',
    to: ['them'],
    tellings: { sales: 'Schlaf für die Straße' },
    with: { detail: 'Nobody drives out.', tags: ['night shift'], fields: { gain: 'Two nights a month' } },
  },
  cold: { kind: 'value', statement: 'Stays cold: a café never closes' },
  them: { kind: 'audience', statement: 'Pharmacies' },
  nine: {
    kind: 'proof',
    statement: 'Nine hours',
    to: ['calm'],
    with: { fields: { reviewBy: '2026-05-31', source: 'Café test' } },
  },
  ten: { kind: 'proof', statement: 'Ten hours', with: { fields: { reviewBy: '2026-06-01' } } },
})

const ids = (query: Partial<Query> & { readonly words?: string }) =>
  find(map, { words: '', ...query }, TODAY).map((found) =>
    found.is === 'block' ? found.block.id : found.link.relation,
  )
const first = (words: string): Found | undefined => find(map, { words }, TODAY)[0]

test('finds in statement, detail, fields, tags, owner and tellings, whatever the capitals and accents', () => {
  expect(ids({ words: 'MEDICINE' })).toEqual(['why'])
  expect(ids({ words: 'drives out' })).toEqual(['calm'])
  expect(ids({ words: 'month' })).toEqual(['calm'])
  expect(ids({ words: 'shift' })).toEqual(['calm'])
  expect(ids({ words: 'agnes' })).toEqual(['why'])
  expect(ids({ words: 'strasse' })).toEqual(['calm'])
  expect(ids({ words: 'CAFE' })).toEqual(['cold', 'nine'])
})

test('[FI1] every word has to stand somewhere in the block', () => {
  expect(ids({ words: 'nights month schlaf' })).toEqual(['calm'])
  expect(ids({ words: 'nights pharmacies' })).toEqual([])
})

test('[FI2] statements come first, and the beginning of a word before its middle', () => {
  expect(ids({ words: 'night' })).toEqual(['calm'])
  expect(ids({ words: 'o' }).slice(0, 1)).not.toEqual([])
  expect(ids({ words: 'lost' })).toEqual(['why'])
  expect(ids({ words: 'cold' })[0]).toBe('cold')
})

test('says where it stands, with the place to mark', () => {
  expect(first('strasse')).toMatchObject({ place: { is: 'telling', voice: 'sales' }, marks: [[15, 21]] })
  expect(first('cafe never')).toMatchObject({
    place: { is: 'statement' },
    marks: [
      [14, 18],
      [19, 24],
    ],
  })
})

test('a link is found by what it says', () => {
  expect(ids({ words: 'serves' })).toEqual(['serves'])
  expect(ids({ words: 'supports' })).toEqual(['supports'])
})

test('filters narrow, and work without words', () => {
  expect(ids({ kind: 'proof' }).toSorted()).toEqual(['nine', 'ten'])
  expect(ids({ status: 'agreed' })).toEqual(['why'])
  expect(ids({ owner: 'Ágnes Holm' })).toEqual(['why'])
  expect(ids({ withoutProof: true })).toEqual(['cold'])
  expect(ids({ pastReview: true })).toEqual(['nine'])
  expect(ids({ words: 'hours', pastReview: true })).toEqual(['nine'])
  expect(ids({})).toEqual([])
  expect(ownersOf(map)).toEqual(['Ágnes Holm'])
})

test('letters with an accent on top of a stroke or a bow are found as they are typed', () => {
  for (const [letter, typed] of [
    ['Ǣ', 'ae'],
    ['ǽ', 'ae'],
    ['Ǿ', 'o'],
    ['ẞ', 'ss'],
  ] as const)
    expect([fold(letter).text, fold(fold(letter).text).text]).toEqual([typed, typed])
})

test('any statement is found by itself, and marks lie within their text', () => {
  fc.assert(
    fc.property(anyMap, fc.string({ unit: 'grapheme' }), (any, words) => {
      for (const block of [...any.blocks.values()].slice(0, 3)) {
        const own = fold(block.statement)
          .text.split(/[\s,;]+/)
          .filter((word) => word !== '')
          .slice(0, 12)
          .join(' ')
        const found = find(any, { words: own }, TODAY).map((hit) => hit.is === 'block' && hit.block.id)
        expect(own === '' || found.includes(block.id)).toBe(true)
      }
      for (const hit of find(any, { words }, TODAY))
        for (const [start, end] of hit.is === 'block' ? hit.marks : [])
          expect(start >= 0 && start <= end && hit.is === 'block' && end <= hit.text.length).toBe(true)
    }),
  )
})
