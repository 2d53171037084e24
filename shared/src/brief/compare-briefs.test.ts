import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyMap, buildMap, type BlockSketch } from '../../test/index.ts'
import type { EpochMs, MapId, PositioningMap } from '../schema/index.ts'
import { compareBriefs, composeBrief, liveAddress, printedCopyOf, sayAddress, type Brief } from './index.ts'

function briefOf(map: PositioningMap): Brief {
  const brief = composeBrief(map, { revision: 41, asOf: Date.UTC(2026, 4, 21) as EpochMs })
  if (!brief.ok) throw new Error(brief.why)
  return brief.value
}

const SKETCH: Readonly<Record<string, BlockSketch>> = {
  why: { kind: 'purpose', statement: 'Nothing spoils.', to: ['fast'] },
  fast: { kind: 'value', statement: 'It is fast.', with: { fields: { gain: 'Two hours', alternative: 'Walking' } } },
  nine: { kind: 'proof', statement: 'Nine of ten.', to: ['fast'], with: { fields: { by: 'Ana' } } },
}
const saysOf = (changes: ReturnType<typeof compareBriefs>) =>
  changes.map(({ is, block, part, text }) => `${is} ${block ?? 'map'} ${part}: ${text}`)

test('names each line that is worded otherwise, has come or is gone', () => {
  const { why, fast, nine } = SKETCH
  const after = {
    why: { ...why!, statement: 'Nothing ever spoils.' },
    fast: { ...fast!, with: { fields: { gain: 'Three hours', need: 'Sleep' } } },
    them: { kind: 'audience' as const, statement: 'Bakers.', with: { detail: 'In the morning.' } },
  }
  expect(
    saysOf(compareBriefs(briefOf(buildMap({ why: why!, fast: fast!, nine: nine! })), briefOf(buildMap(after)))),
  ).toEqual([
    'reworded why statement: Nothing ever spoils.',
    'reworded fast gain: Three hours',
    'new fast need: Sleep',
    'new fast open: No proof holds it yet.',
    'new them statement: Bakers.',
    'gone fast alternative: Walking',
    'gone nine statement: Nine of ten.',
  ])
})

test('[CB2] what is no longer open is no line: the proof that has come says so', () => {
  const { fast, nine } = SKETCH
  expect(
    saysOf(compareBriefs(briefOf(buildMap({ fast: fast! })), briefOf(buildMap({ fast: fast!, nine: nine! })))),
  ).toEqual(['new nine statement: Nine of ten.'])
})

test('[CB1] a brief has not changed since itself, wherever its blocks are put', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      expect(compareBriefs(briefOf(map), briefOf(map))).toEqual([])
      const moved = new Map([...map.blocks].map(([id, block]) => [id, { ...block, frame: null }]))
      expect(compareBriefs(briefOf(map), briefOf({ ...map, blocks: moved }))).toEqual([])
    }),
  )
})

test('the address of a copy says which state it shows, and people read a short one', () => {
  const asOf = Date.UTC(2026, 4, 21) as EpochMs
  const live = liveAddress('https://line.example', 'k7Qd2' as MapId, { asOf, lens: 'moore' })
  expect(live).toMatch(/^https:\/\/line\.example\/m\/k7Qd2\/brief\?at=[0-9a-z]{8}&lens=moore$/)
  expect(printedCopyOf(new URL(live).search)).toEqual({ asOf, audience: undefined, lens: 'moore' })
  expect(sayAddress(live)).toBe('line.example/m/k7Qd2/brief')
  expect(printedCopyOf('')).toBeNull()
  expect(printedCopyOf('?at=1e999999999')).toBeNull()
})
