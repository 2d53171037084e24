import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyMap, buildMap, type BlockSketch } from '../../test/index.ts'
import type { BlockId, PositioningMap } from '../schema/index.ts'
import { composeCopy, COPY_PARTS, countWords, PITCH_WORDS, type CopyWish } from './index.ts'

const agreed = (sketch: BlockSketch): BlockSketch => ({ ...sketch, with: { status: 'agreed', ...sketch.with } })

const MAP = buildMap(
  {
    why: agreed({ kind: 'purpose', to: ['v', 'w'], statement: 'No medicine is thrown away' }),
    v: agreed({ kind: 'value', to: ['a'], statement: 'A person answers first.' }),
    w: { kind: 'value', to: ['a'], statement: 'A draft that nobody has agreed to.' },
    a: agreed({ kind: 'audience', statement: 'Independent pharmacists.' }),
    b: agreed({ kind: 'audience', statement: 'Nobody serves them.' }),
    x: agreed({
      kind: 'proof',
      to: ['v'],
      statement: '1,740 of 1,912 alarms settled.',
      with: { fields: { by: 'Operations log', source: 'https://log.example', observedOn: '2025-12-31' } },
    }),
  },
  { title: 'Vardeholm, told once', subject: 'Vardeholm' },
)

function copy(map: PositioningMap, wish: CopyWish): readonly string[] {
  const pieces = composeCopy(map, wish)
  if (!pieces.ok) throw new Error(pieces.why)
  return pieces.value.map(({ text }) => text)
}

test('each part says the agreed wording, with its own connectives and nothing else', () => {
  expect(copy(MAP, { part: 'one-liner' })).toEqual(['Vardeholm: No medicine is thrown away.'])
  expect(copy(MAP, { part: 'pitch' })).toEqual([
    'Vardeholm: No medicine is thrown away. A person answers first. For: Independent pharmacists. Proof: 1,740 of 1,912 alarms settled.',
  ])
  expect(copy(MAP, { part: 'audience' })).toEqual([
    'For: Independent pharmacists. A person answers first. Proof: 1,740 of 1,912 alarms settled.',
  ])
  expect(copy(MAP, { part: 'proofs' })).toEqual([
    '– 1,740 of 1,912 alarms settled. Operations log, https://log.example/, 31 December 2025',
  ])
})

test('a wording that has changed since it was agreed is said as it was agreed', () => {
  const was = { statement: 'We keep medicine cold.', at: 0, by: 'Ana' }
  const map = buildMap({ why: agreed({ kind: 'purpose', statement: 'Changed.', with: { agreed: was as never } }) })
  expect(copy({ ...map, subject: '' }, { part: 'one-liner' })).toEqual(['We keep medicine cold.'])
})

test('for one audience there is only what serves it, and for one that is none a refusal', () => {
  expect(copy(MAP, { part: 'proofs', audience: 'b' as BlockId })).toEqual([''])
  expect(copy(MAP, { part: 'audience', audience: 'a' as BlockId })).toHaveLength(1)
  expect(composeCopy(MAP, { part: 'pitch', audience: 'v' as BlockId })).toMatchObject({ ok: false })
})

test('[CK2] a pitch leaves whole sentences out rather than going over fifty words', () => {
  const long = (words: number, kind: BlockSketch['kind'], to: readonly string[] = []) =>
    agreed({ kind, to, statement: `${Array.from({ length: words }, (_, at) => `word${at}`).join(' ')}.` })
  const map = buildMap(
    { why: long(20, 'purpose'), v: long(25, 'value', ['a']), a: long(10, 'audience'), w: long(3, 'value') },
    { subject: '' },
  )
  const [text = ''] = copy(map, { part: 'pitch' })
  expect(countWords(text)).toBe(48)
})

/** The same map with one word a block, another for what was agreed. */
function marked(map: PositioningMap): PositioningMap {
  const blocks = [...map.blocks].map(([id, block], at) => {
    const agreedAs = block.agreed === null ? null : { ...block.agreed, statement: `said${at}` }
    return [id, { ...block, statement: `live${at}`, agreed: agreedAs, fields: {} }] as const
  })
  return { ...map, subject: '', blocks: new Map(blocks) }
}

test('[CK1] no word that is not agreed, for any map', () => {
  fc.assert(
    fc.property(anyMap.map(marked), (map) => {
      const settled = [...map.blocks.values()].filter(({ status }) => status === 'agreed')
      const words = new Set([
        'For',
        'Proof',
        ...settled.map(({ agreed: was, statement }) => was?.statement ?? statement),
      ])
      for (const part of COPY_PARTS) {
        for (const text of copy(map, { part })) {
          expect((text.match(/\w+/g) ?? []).filter((word) => !words.has(word))).toEqual([])
          expect(part !== 'pitch' || countWords(text) <= PITCH_WORDS).toBe(true)
        }
      }
    }),
  )
})
