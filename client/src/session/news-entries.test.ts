import { describe, expect, it } from 'vitest'
import type { ChangeSince } from '../api/changes.ts'
import { sayCounts, sayDeed } from '../text/changes.ts'
import { newsEntries, wordsOf } from './news-entries.ts'

const change = (block: string, what: string, by = 'Ben', rest: Partial<ChangeSince> = {}): ChangeSince => ({
  block,
  what,
  before: null,
  after: null,
  says: `${what} ${block}`,
  by,
  at: 1_000,
  mine: false,
  about: { kind: 'value', statement: `This is ${block}.` },
  ...rest,
})

describe('the news of a map', () => {
  it('are one thing where forty cards were moved, behind what was said', () => {
    const moved = Array.from({ length: 40 }, (_, n) => change(`b${n}`, 'moved', n % 2 === 0 ? 'Ben' : 'Cleo'))
    const entries = newsEntries({ changes: [...moved, change('it', 'reworded')], expired: [] })
    expect(entries.map(({ is, blocks }) => [is, blocks.length])).toEqual([
      ['reworded', 1],
      ['moved', 40],
    ])
    expect(entries[1]?.who).toEqual(['Ben', 'Cleo'])
    expect(entries.map((entry) => sayDeed(entry, 'value'))).toEqual(['reworded this value', 'moved 40 blocks'])
    expect(sayCounts(entries, 0)).toBe('one block reworded, 40 blocks moved')
  })

  it('name a single card that was moved', () => {
    const [entry] = newsEntries({ changes: [change('it', 'moved')], expired: [] })
    expect(entry).toMatchObject({ block: 'it', is: 'moved' })
    expect(sayDeed(entry!, 'value')).toBe('moved this value')
  })

  it('show a new block without a statement by its detail', () => {
    const about = { kind: 'proof', statement: '' } as const
    const [entry] = newsEntries({
      changes: [change('it', 'added', 'Ben', { about, after: { statement: '', detail: 'Ask Ruth.' } })],
      expired: [],
    })
    expect(wordsOf(entry!)).toBe('Ask Ruth.')
  })
})
