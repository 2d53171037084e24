import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACCENTS, contrastWithWhite, LEAST_CONTRAST, shownAccent } from './accent.ts'

const anyColor = fc.stringMatching(/^#[0-9a-f]{6}$/)

test('contrast is that of WCAG', () => {
  expect(contrastWithWhite('#ffffff')).toBe(1)
  expect(contrastWithWhite('#000000')).toBe(21)
  expect(contrastWithWhite('#767676')).toBeCloseTo(4.54, 2)
})

test('each of the prepared colours is shown as it is', () => {
  for (const { color } of ACCENTS) expect(shownAccent(color)).toEqual({ color, isDarkened: false })
})

test('a pale yellow is darkened and stays a yellow; what is no colour is none', () => {
  const shown = shownAccent('#ffe066')
  expect(shown).toEqual({ color: '#877532', isDarkened: true })
  for (const none of ['', 'red', '#FFF', '#12345g', '#1234567']) expect(shownAccent(none)).toBeNull()
})

test('[AC1] [AC2] whatever is chosen, what is shown can be read, and no darker than it must be', () => {
  fc.assert(
    fc.property(anyColor, (chosen) => {
      const { color, isDarkened } = shownAccent(chosen) ?? { color: '', isDarkened: false }
      const contrast = contrastWithWhite(color)
      expect(contrast).toBeGreaterThanOrEqual(LEAST_CONTRAST)
      expect(isDarkened).toBe(color !== chosen)
      expect(isDarkened ? contrast : LEAST_CONTRAST).toBeLessThan(LEAST_CONTRAST + 0.25)
    }),
  )
})
