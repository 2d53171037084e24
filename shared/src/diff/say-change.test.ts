import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyMap, buildMap, quotesItself } from '../../test/index.ts'
import type { PositioningMap } from '../schema/index.ts'
import { diffMaps } from './diff-maps.ts'
import { sayChange } from './say-change.ts'

function sentences(before: PositioningMap, after: PositioningMap): readonly string[] {
  return diffMaps(before, after).map((change) => sayChange(change, before, after))
}

describe('a difference in words', () => {
  it('SC1, SC2: is one short sentence without nonsense, for any two maps', () => {
    fc.assert(
      fc.property(anyMap, anyMap, (a, b) => {
        const hasOwn = quotesItself(a) || quotesItself(b)
        for (const sentence of sentences(a, b)) {
          expect(sentence).toMatch(/(?:\.|[.!?…。！？]”)$/u)
          expect(sentence).not.toMatch(/\n|\[object|: \.|\s\.$/u)
          expect(!hasOwn && /“\s*”/u.test(sentence)).toBe(false)
          expect(sentence.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('says what was there and what is there now', () => {
    const before = buildMap(
      {
        why: { kind: 'purpose', statement: 'Nothing spoils.', to: ['fast'] },
        fast: { kind: 'value', statement: 'It is fast.', tellings: { sales: 'Quick.' } },
        old: { kind: 'proof', statement: 'Nine of ten.' },
      },
      { title: 'Then' },
    )
    const after = buildMap(
      {
        why: { kind: 'purpose', statement: 'Nothing spoils.' },
        fast: {
          kind: 'value',
          statement: 'It is very fast.',
          to: ['them'],
          with: { status: 'proposed', owner: 'Ruth', tags: ['speed'], fields: { gain: 'An hour a day.' } },
        },
        them: { kind: 'audience', statement: '' },
      },
      { title: 'Now' },
    )
    expect(sentences(before, after)).toEqual([
      'The map’s title now reads “Now”; it read “Then”.',
      'The value now reads “It is very fast.”; it read “It is fast.”',
      'The value “It is very fast.” is proposed now; it was a draft.',
      'The value “It is very fast.” is looked after by Ruth.',
      'The value “It is very fast.” has the tag “speed” now.',
      '“Gain” of the value “It is very fast.” now reads “An hour a day.”',
      'The telling by Sales of the value “It is very fast.” is empty now; it read “Quick.”',
      'Gone: the proof “Nine of ten.”',
      'New: an audience without words.',
      'The value “It is very fast.” now serves an audience without words.',
      'The purpose “Nothing spoils.” no longer drives the value “It is very fast.”',
    ])
  })

  it('calls a block whose kind has changed by what it is now', () => {
    const before = buildMap({ one: { kind: 'audience', statement: 'Those who run it.' } })
    const after = buildMap({ one: { kind: 'value', statement: 'Those who run it.' } })
    expect(sentences(before, after)).toEqual(['The value “Those who run it.” was an audience before.'])
  })

  it('counts the tags that come and go', () => {
    const withTags = (...tags: readonly string[]) =>
      buildMap({ one: { kind: 'value', statement: 'It holds.', with: { tags: [...tags] } } })
    expect(sentences(withTags('old', 'older', 'oldest'), withTags('new', 'newer'))).toEqual([
      'The value “It holds.” has the tags “new” and “newer” now and no longer has the tags “old”, “older” and “oldest”.',
    ])
  })
})
