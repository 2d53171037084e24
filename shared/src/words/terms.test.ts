import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentOf, termsOf, type Language } from './index.ts'

const keys = (text: string, language: Language | null = 'en') => [...contentOf(termsOf(text, language)).keys()]
const LANGUAGES: readonly (Language | null)[] = ['en', 'de', 'fr', 'ja', 'zh', 'ru', 'ko', null]
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom(..."aAé1 2,.'’-+%\n私が好дом"), maxLength: 300 }),
)

test('forms of one word are one word', () => {
  expect(keys('A person answers the alarm')).toEqual(keys('The persons answered alarms'))
  expect(keys('Kühlschränke wachen', 'de')).toEqual(keys('Kühlschrank wache', 'de'))
})

test('small words say nothing by themselves, in whatever language they are', () => {
  expect(keys('It is what you get for a while')).toEqual([])
  expect(keys('und das ist nicht mit uns', 'de')).toEqual([])
})

test('what is elided and whose it is make no other word', () => {
  expect(keys('l’alarme', 'fr')).toEqual(keys('alarme', 'fr'))
  expect(keys("the person's alarm")).toEqual(keys('person alarm'))
})

test('figures are the same where they say the same number', () => {
  expect(keys('2,500+ teams')[0]).toBe('#2500')
  expect(keys('2.500 Teams', 'de')[0]).toBe('#2500')
  expect(keys('2.5k teams')[0]).toBe('#2500')
  expect(keys('99.9 %')[0]).toBe('#99.9')
  expect(keys('99,9 %', 'de')[0]).toBe('#99.9')
  expect(keys('Q3')[0]).not.toMatch(/^#/)
})

test('Japanese has words without spaces, and its particles are small', () => {
  expect(keys('私は猫が好きです', 'ja')).toContain('猫')
  expect(keys('私は猫が好きです', 'ja')).not.toContain('が')
})

test('[TE1] [TE2] any text at all has terms, in their places, with keys that do not depend on the others', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(...LANGUAGES), (text, language) => {
      const terms = termsOf(text, language)
      for (const term of terms) {
        expect(text.slice(term.at, term.at + term.text.length)).toBe(term.text)
        expect(term.key).not.toBe('')
      }
      expect(termsOf(text, language)).toEqual(terms)
      expect(termsOf(` ${text} `, language).map(({ key }) => key)).toEqual(terms.map(({ key }) => key))
    }),
  )
})
