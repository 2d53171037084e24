import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyMap, anyTwoStates, buildMap, quotesItself } from '../../test/index.ts'
import type { PositioningMap } from '../schema/index.ts'
import { EVIDENCES, REACHES } from '../schema/index.ts'
import { byBlock } from './by-block.ts'
import { diffMaps } from './diff-maps.ts'
import { sayChange, sayFurther } from './say-change.ts'

/** Any two maps at all, and a map that somebody has worked on. */
const anyPair = fc.oneof(fc.tuple(anyMap, anyMap), anyTwoStates)

function sentences(before: PositioningMap, after: PositioningMap): readonly string[] {
  return diffMaps(before, after).map((change) => sayChange(change, before, after))
}

describe('a difference in words', () => {
  it('SC1, SC2: is one short sentence without nonsense, for any two maps', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
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

  it('SC3: says what was chosen and days as panels do, for any two maps', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        for (const change of diffMaps(a, b)) {
          const said = sayChange(change, a, b)
          if (!/^field:(?:reach|evidence|observedOn|reviewBy)$/u.test(change.what)) continue
          const values = [change.before, change.after].map(String)
          // As the map file writes it, with nothing of it that a person would read.
          for (const raw of values.filter((value) => [...REACHES, ...EVIDENCES].some((one) => one === value)))
            expect(said).not.toMatch(new RegExp(`(?:reads|read|is|was) “${raw}”`, 'u'))
          for (const day of values.filter((value) => /^\d{4}-/u.test(value)))
            expect(said).not.toMatch(new RegExp(`(?:reads|read|is|was) “?${day}`, 'u'))
        }
      }),
      { numRuns: 300 },
    )
    const audience = (reach?: string) =>
      buildMap({
        them: { kind: 'audience', statement: 'Boards.', with: { fields: reach === undefined ? {} : { reach } } },
      })
    expect(sentences(audience('known'), audience('next'))).toEqual([
      '“Reach” of the audience “Boards.” is “Next: needs more context” now; it was “Known”.',
    ])
    expect(sentences(audience(), audience('known'))).toEqual(['“Reach” of the audience “Boards.” is “Known” now.'])
    expect(sentences(audience('known'), audience())).toEqual([
      '“Reach” of the audience “Boards.” is not said any more; it was “Known”.',
    ])
    const proof = (reviewBy: string) =>
      buildMap({
        nine: { kind: 'proof', statement: 'Nine of ten.', with: { fields: { reviewBy, evidence: 'metric' } } },
      })
    expect(sentences(proof('2026-03-12'), proof('2027-01-01'))).toEqual([
      '“Look again by” of the proof “Nine of ten.” is 1 January 2027 now; it was 12 March 2026.',
    ])
  })

  it('SC4: tells a block without a statement by what else it says', () => {
    const none = buildMap({})
    const one = buildMap({
      detail: { kind: 'proof', statement: '', with: { detail: 'Ask Ruth.' } },
      field: { kind: 'audience', statement: ' ', with: { fields: { reach: 'known', need: 'Statistics.' } } },
      told: { kind: 'value', statement: '', tellings: { sales: 'Quick.' } },
      dated: { kind: 'proof', statement: '', with: { fields: { reviewBy: '2026-03-12', evidence: 'metric' } } },
    })
    expect(sentences(none, one)).toEqual([
      'New: a proof without words.',
      'New: a proof without a statement; its detail reads “Ask Ruth.”',
      'New: an audience without a statement; its “Need” reads “Statistics.”',
      'New: a value without a statement; the telling by Sales reads “Quick.”',
    ])
    expect(sentences(one, none)[1]).toBe('Gone: a proof without a statement; its detail read “Ask Ruth.”')
  })

  it('SC1, SC4: says of any block that comes or goes some of the words it has', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        for (const change of diffMaps(a, b)) {
          if (change.what !== 'added' && change.what !== 'gone') continue
          const { statement, detail } = change.after ?? change.before
          const isWordless = statement.trim() === '' && detail.trim() === ''
          if (isWordless) continue
          expect(sayChange(change, a, b)).not.toMatch(/^(?:New|Gone): an? \w+ without words\.$/u)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('a sentence that follows another names the block no more, for any two maps', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        for (const change of diffMaps(a, b)) {
          if (change.block === null) continue
          const further = sayFurther(change, a, b)
          expect(further.length).toBeLessThanOrEqual(sayChange(change, a, b).length)
          expect(further).toMatch(/(?:\.|[.!?…。！？]”)$/u)
        }
      }),
    )
  })

  it('goes through a difference block by block, each change once, and through mere moves all at once', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        const changes = diffMaps(a, b)
        const { told, moved } = byBlock(changes)
        const gone = changes.flatMap(({ block, what }) => (what === 'gone' ? [block] : []))
        const went = changes.filter(
          (change) => change.what === 'unlinked' && [change.block, change.before].some((end) => gone.includes(end)),
        )
        const folded = changes.filter(({ block, what }) => block !== null && moved.includes(block) && what === 'moved')
        expect(new Set([...told.flatMap(({ of }) => of), ...folded, ...went])).toEqual(new Set(changes))
        expect(told.reduce((sum, { of }) => sum + of.length, 0) + folded.length + went.length).toBe(changes.length)
        expect(told.every(({ of }) => of.slice(0, -1).every(({ what }) => what !== 'moved'))).toBe(true)
        expect(moved).not.toHaveLength(1)
        expect(new Set(told.map(({ block }) => block)).size).toBe(told.length)
      }),
    )
    const at = (x: number) => ({ frame: { x, y: 0, w: 280, h: 160, index: 'a1', parentId: '' } })
    const forty = (x: number) =>
      buildMap(
        Object.fromEntries(
          Array.from({ length: 40 }, (_, n) => [
            `b${n}`,
            { kind: 'value' as const, statement: `${n}.`, with: at(n + x) },
          ]),
        ),
      )
    const moves = diffMaps(forty(0), forty(9))
    expect(byBlock(moves)).toMatchObject({ told: [], moved: { length: 40 } })
    expect(byBlock(moves.slice(0, 1))).toMatchObject({ told: [{ of: { length: 1 } }], moved: [] })
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
