import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyMap, buildMap } from '../../test/index.ts'
import { diffMaps } from '../diff/index.ts'
import { countNews, NEWS_KINDS, newsOfBlocks } from './count-news.ts'
import { expiredProofs } from './expired-proofs.ts'

describe('what has changed, counted', () => {
  it('CN1: every block with a change of its own is counted once, and nothing else is', () => {
    fc.assert(
      fc.property(anyMap, anyMap, (a, b) => {
        const changes = diffMaps(a, b)
        const counts = countNews(newsOfBlocks(changes))
        const total = NEWS_KINDS.reduce((sum, kind) => sum + counts[kind], 0)
        const own = changes.filter(({ what }) => what !== 'linked' && what !== 'unlinked')
        const all = new Set(changes.map(({ block }) => block)).size
        expect(total).toBeGreaterThanOrEqual(new Set(own.map(({ block }) => block)).size)
        expect(total).toBeLessThanOrEqual(all)
      }),
    )
  })

  it('CN1, CN2: a block goes by the most that has happened to it', () => {
    const before = buildMap({
      why: { kind: 'purpose', statement: 'Nothing spoils.', to: ['fast'] },
      fast: { kind: 'value', statement: 'It is fast.' },
      sure: { kind: 'value', statement: 'It is sure.' },
      them: { kind: 'audience', statement: 'Pharmacies.' },
      old: { kind: 'proof', statement: 'Nine of ten.' },
    })
    const after = buildMap({
      why: { kind: 'purpose', statement: 'Nothing spoils.', to: ['sure'] },
      fast: { kind: 'value', statement: 'It is very fast.', with: { owner: 'Ruth' } },
      sure: { kind: 'value', statement: 'It is quite sure.', with: { status: 'agreed' } },
      them: { kind: 'audience', statement: 'Pharmacies.', with: { fields: { need: 'Cold.' } } },
      more: { kind: 'proof', statement: 'Ten of ten.', to: ['them'] },
    })
    const news = newsOfBlocks(diffMaps(before, after))
    expect(Object.fromEntries(news.map(({ block, is }) => [block, is]))).toEqual({
      fast: 'reworded',
      sure: 'agreed',
      them: 'changed',
      old: 'gone',
      more: 'added',
      why: 'linked',
    })
    expect(news.find(({ block }) => block === 'more')?.changes.map(({ what }) => what)).toEqual(['added'])
  })

  it('a proof expires once, on the day after the one it was to be looked at again', () => {
    const map = buildMap({
      passed: { kind: 'proof', with: { fields: { reviewBy: '2026-03-10' } } },
      later: { kind: 'proof', with: { fields: { reviewBy: '2026-03-12' } } },
      never: { kind: 'proof' },
    })
    expect(expiredProofs(map, '2026-03-01', '2026-03-10')).toEqual([])
    expect(expiredProofs(map, '2026-03-10', '2026-03-11')).toEqual(['passed'])
    expect(expiredProofs(map, '2026-03-11', '2026-03-12')).toEqual([])
    expect(expiredProofs(map, '2026-03-01', '2026-04-01')).toEqual(['later', 'passed'])
  })
})
