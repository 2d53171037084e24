import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyMap, buildMap } from '../../test/index.ts'
import { composeLens, LENS_IDS } from '../lenses/index.ts'
import type { BlockId, EpochMs, PositioningMap } from '../schema/index.ts'
import { composeBrief, liveAddress, printedCopyOf, renderMarkdown, type Brief } from './index.ts'

const STATE = { revision: 1, asOf: 0 as EpochMs, wording: 'agreed' } as const
const agreed = (statement: string) => ({ status: 'agreed', agreed: { statement, at: '2026-05-12T10:00:00Z' } }) as const

function briefOf(map: PositioningMap, audience?: string): Brief {
  const brief = composeBrief(map, { ...STATE, audience: audience as BlockId | undefined })
  if (!brief.ok) throw new Error(brief.why)
  return brief.value
}
const entriesOf = (brief: Brief) =>
  brief.sections.flatMap(({ items }) => items.flatMap((item) => [item, ...item.audiences, ...item.proofs]))
const textsOf = (brief: Brief) => entriesOf(brief).map(({ text }) => text)

const MAP = buildMap({
  why: {
    kind: 'purpose',
    to: ['cold', 'calm'],
    with: { ...agreed('We keep medicine cold.'), detail: 'Nobody agreed' },
  },
  cold: {
    kind: 'value',
    statement: 'Colder by now',
    to: ['nurses'],
    with: { ...agreed('It stays cold.'), fields: { gain: 'x' } },
  },
  calm: { kind: 'value', to: ['nurses'], with: { status: 'proposed', agreed: agreed('Once agreed.').agreed } },
  nurses: { kind: 'audience', with: { status: 'proposed' } },
  bench: {
    kind: 'proof',
    to: ['calm'],
    with: { ...agreed('Nine hours.'), fields: { by: 'Ilse', evidence: 'metric' } },
  },
  draft: { kind: 'proof', to: ['cold'] },
})

test('what is agreed stands as it was agreed, alone, and the rest is counted', () => {
  const brief = briefOf(MAP)
  expect(textsOf(brief)).toEqual(['We keep medicine cold.', 'It stays cold.', 'Nine hours.'])
  expect(brief.leftOut).toEqual(['calm', 'draft', 'nurses'])
  expect(brief.wording).toEqual({ is: 'agreed', leftOut: 3 })
  const text = renderMarkdown(brief)
  expect(text).toContain('Agreed wording only: three blocks are not agreed yet.')
  expect(text).toContain('No agreed proof holds it yet.')
  expect(text).toContain('— Ilse')
  for (const words of ['Nobody agreed', 'Colder by now', 'Once agreed', 'gain', 'Draft'])
    expect(text).not.toContain(words)
})

test('for an audience that nobody has agreed on stands what was agreed for it', () => {
  const brief = briefOf(MAP, 'nurses')
  expect(textsOf(brief)).toEqual(['We keep medicine cold.', 'It stays cold.'])
  // The audience, the value beside with its proof, and the proof of the one that is agreed.
  expect(brief.wording?.leftOut).toBe(4)
  expect(composeBrief(MAP, { ...STATE, audience: 'cold' as BlockId }).ok).toBe(false)
})

test('a copy of it leads back to the same', () => {
  const live = liveAddress('http://a.example', 'm' as never, { asOf: 7 as EpochMs, wording: 'agreed' })
  expect(printedCopyOf(new URL(live).search)).toMatchObject({ asOf: 7, wording: 'agreed' })
})

test('[AO1] [AO2] through every lens no word of it is one that nobody has agreed on', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const wordings = new Map(
        [...map.blocks].map(([id, { status, agreed: frozen, statement }]) => [
          id,
          status === 'agreed' ? (frozen?.statement ?? statement) : null,
        ]),
      )
      const briefs = [composeBrief(map, STATE), ...LENS_IDS.map((lens) => composeLens(map, lens, STATE))]
      for (const brief of briefs) {
        const entries = brief.ok ? entriesOf(brief.value) : []
        expect(brief.ok).toBe(true)
        for (const { block, text, detail, said = [], fields } of entries) {
          expect(text).toBe(wordings.get(block))
          expect([
            detail,
            Object.keys(fields).filter((name) => !['by', 'source', 'observedOn'].includes(name)),
          ]).toEqual(['', []])
          for (const fact of said) expect(wordings.get(fact.of?.block ?? block)).toBe(fact.text)
        }
      }
    }),
    { numRuns: 60 },
  )
})
