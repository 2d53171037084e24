import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_VOICES, type Voice, type VoiceId } from '../schema/index.ts'
import { anyLine, buildBlock, buildMap } from '../../test/index.ts'
import { driftContext, driftOf, driftOfMap, type DriftContext } from './index.ts'

const CONTEXT: DriftContext = { voices: DEFAULT_VOICES, language: 'en', categories: ['Fridge monitoring'] }

function drift(statement: string, tellings: Readonly<Record<string, string>> = {}, context = CONTEXT) {
  return driftOf(buildBlock('block', { kind: 'value', statement, tellings }), context)
}

const ALARM = 'A person answers the alarm first, and calls you only when you must act.'
const TELLINGS = {
  leadership: 'We take the alarm, so that the pharmacist can sleep.',
  product: 'Alarms go to a person on call, who escalates by rules you set.',
  marketing: 'Round-the-clock peace of mind for every fridge you own.',
  sales: 'A person answers every alarm, and your insurer likes it.',
}

test('who says a word is found through its forms, those that most say first', () => {
  const { inCommon } = drift(ALARM, TELLINGS)
  expect(inCommon.slice(0, 2)).toEqual([
    { key: 'alarm', text: 'alarm', by: [null, 'leadership', 'product', 'sales'] },
    { key: 'person', text: 'person', by: [null, 'product', 'sales'] },
  ])
})

test('what one alone says stands apart, and so does one who shares no word with the others', () => {
  const { saidOnce, apart } = drift(ALARM, TELLINGS)
  expect(saidOnce.filter(({ by }) => by[0] === 'sales').map(({ text }) => text)).toEqual(['insurer', 'likes'])
  expect(apart.filter(({ a, b }) => a === 'marketing' || b === 'marketing')).toHaveLength(4)
})

test('figures and the name of the category stand by themselves', () => {
  const { figures, category, inCommon } = drift('Fridge monitoring for 2,500 pharmacies', {
    sales: 'Monitors 2500 pharmacies',
    product: 'Monitoring fridges at 1,900 sites',
  })
  expect(figures.map(({ text, by }) => [text, by])).toEqual([
    ['2,500', [null, 'sales']],
    ['1,900', ['product']],
  ])
  expect(category.map(({ text }) => text)).toEqual(['fridge', 'monitoring'])
  expect(inCommon.map(({ text }) => text)).toEqual(['pharmacies'])
})

test('another language is not compared, and says so instead of being far away', () => {
  const { notComparable, apart, figure } = drift(ALARM, { sales: 'Ein Mensch nimmt den Alarm an, rund um die Uhr.' })
  expect(notComparable).toEqual([{ a: null, b: 'sales' }])
  expect(apart).toEqual([])
  expect(figure).toBeNull()
})

test('a few words do not make another language', () => {
  expect(drift('Die casting for Sheffield', { sales: 'Die cast' }).notComparable).toEqual([])
})

test('the figure is the mean distance of the pairs', () => {
  // {fridge, alarm} and {fridge, call}: one of three shared.
  expect(drift('Fridge alarms', { sales: 'Fridge calls' }).figure).toBeCloseTo(2 / 3)
})

test('the block that is told most differently comes first, one that only one voice tells last', () => {
  const map = buildMap({
    near: { kind: 'value', statement: 'Fridge alarms', tellings: { sales: 'Fridge alarms answered' } },
    alone: { kind: 'value', statement: '', tellings: { sales: 'Fridges' } },
    far: { kind: 'proof', statement: 'Fridge alarms', tellings: { sales: 'Peace of mind' } },
    untold: { kind: 'value', statement: 'Nobody' },
  })
  const known = new Map()
  expect(driftOfMap(map, known).map(({ block }) => block.id)).toEqual(['far', 'near', 'alone'])
  expect(driftOfMap(map, known)[0]?.drift).toBe(driftOfMap(map, known)[0]?.drift)
})

test('what has been found before is found anew once a voice or the category changes', () => {
  const known = new Map()
  const blocks = { a: { kind: 'value', statement: 'Fridge', tellings: { sales: 'Fridges' } } } as const
  driftOfMap(buildMap(blocks), known)
  const without = buildMap(blocks, { voices: [] })
  expect(driftOfMap(without, known)[0]?.drift.readings).toHaveLength(1)
})

const anyTellings = fc.dictionary(
  fc.constantFrom(...DEFAULT_VOICES.map(({ id }) => id)),
  fc.oneof(anyLine, fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom(...Object.values(TELLINGS))),
)

test('[DR1] [DR3] any tellings: between 0 and 1, and the same in whichever order the voices stand', () => {
  fc.assert(
    fc.property(
      anyLine,
      anyTellings,
      fc.shuffledSubarray([...DEFAULT_VOICES], { minLength: 5 }),
      (text, told, order) => {
        const one = drift(text, told)
        const other = drift(text, told, { ...CONTEXT, voices: order as readonly Voice[] })
        expect(one.figure ?? 0).toBeGreaterThanOrEqual(0)
        expect(one.figure ?? 0).toBeLessThanOrEqual(1)
        expect(other.figure === null).toBe(one.figure === null)
        expect(other.figure ?? 0).toBeCloseTo(one.figure ?? 0, 10)
        expect(other.counts).toEqual(one.counts)
        expect(other.apart).toHaveLength(one.apart.length)
        expect(one.counts.words).toBe(
          new Set([...one.inCommon, ...one.saidOnce, ...one.figures, ...one.category].map(({ key }) => key)).size,
        )
      },
    ),
  )
})

test('[DR1] [DR2] whatever all of them say word for word is at 0', () => {
  fc.assert(
    fc.property(fc.oneof(anyLine, fc.constantFrom(...Object.values(TELLINGS))), (text) => {
      const { figure, apart, saidOnce } = drift(text, { sales: text, product: text })
      expect(figure).toBe(text === '' ? null : 0)
      expect(apart).toEqual([])
      expect(saidOnce).toEqual([])
    }),
  )
})

test('the language of a map is that of its statements and tellings together', () => {
  const german = buildMap({
    a: { kind: 'value', statement: 'Wir halten die Kette kühl', tellings: { sales: 'Kühlkette' } },
  })
  expect(driftContext(german).language).toBe('de')
  expect(driftOfMap(german)[0]?.drift.readings.map(({ language }) => language)).toEqual(['de', 'de'])
  expect(driftContext(german).voices.map(({ id }) => id)).toContain('sales' as VoiceId)
})
