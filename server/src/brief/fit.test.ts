import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitToPage, type Fit, type Fitting } from './fit.ts'

const SETTINGS = 25
const TIGHTEST = SETTINGS - 1

interface Paper {
  readonly content: number
  readonly room: number
  /** How wrong the glance at the lines is: 1 is right. */
  readonly glance?: number
  /** What is expected of the settings: what they do, or something else. */
  readonly growth?: keyof typeof GROWTH
}

const GROWTH = {
  right: (setting: number) => (TIGHTEST - setting) / 76,
  little: (setting: number) => (TIGHTEST - setting) / 1_000,
  much: (setting: number) => (TIGHTEST - setting) ** 2 / 7,
} as const

/** A page of so many lines, where each cut spares one and each setting takes a hundredth of the rest. */
function page({ content, room, glance = 1, growth = 'right' }: Paper) {
  const asked: Fit[] = []
  const needs = ({ setting, cuts }: Fit) => (content - cuts) * (1 - setting / 100)
  const fitting: Fitting = {
    settings: SETTINGS,
    mostCuts: content,
    linesAfter: (cuts) => (content - cuts) * glance,
    heightOf: (fit) => {
      asked.push(fit)
      return { needs: needs(fit), has: room }
    },
    lines: room / (1 - TIGHTEST / 100),
    growth: (setting) => GROWTH[growth](setting),
  }
  return { asked, fitting, fits: (fit: Fit) => needs(fit) <= room }
}

test('leaves everything as it was drawn when it fits', () => {
  const { asked, fitting } = page({ content: 5, room: 5.1 })
  expect(fitToPage(fitting)).toEqual({ setting: 0, cuts: 0 })
  expect(asked).toHaveLength(1)
})

test('a page that is a little too long is set a little tighter, and nothing goes', () => {
  expect(fitToPage(page({ content: 50, room: 48.5 }).fitting)).toEqual({ setting: 3, cuts: 0 })
})

test('[FI1] [FI2] fits, and is full, or else no airier setting would fit; nor would one thing more', () => {
  const anyPaper = fc.record({
    content: fc.nat(2_000),
    room: fc.integer({ min: 1, max: 500 }),
    glance: fc.double({ min: 0.05, max: 20, noNaN: true }),
    growth: fc.constantFrom('right', 'little', 'much' as const),
  })
  fc.assert(
    fc.property(anyPaper, (paper) => {
      const { fitting, fits } = page(paper)
      const { setting, cuts } = fitToPage(fitting)
      expect(fits({ setting, cuts })).toBe(true)
      const isFull = fitting.heightOf({ setting, cuts }).needs > 0.965 * paper.room
      expect(setting === 0 || isFull || !fits({ setting: setting - 1, cuts })).toBe(true)
      expect(cuts === 0 || !fits({ setting: TIGHTEST, cuts: cuts - 1 })).toBe(true)
    }),
  )
})

test('[FI1] what cannot fit at all is the least that can be said', () => {
  const heightOf = () => ({ needs: 900, has: 700 })
  const fit = fitToPage({
    settings: SETTINGS,
    mostCuts: 7,
    heightOf,
    linesAfter: () => 90,
    lines: 62,
    growth: GROWTH.right,
  })
  expect(fit).toEqual({ setting: TIGHTEST, cuts: 7 })
})

test('[FI3] a good glance at 2,500 things spares most questions, and a bad one costs few', () => {
  for (const [glance, most] of [
    [1, 8],
    [3, 12],
    [0.1, 25],
  ] as const) {
    const { asked, fitting } = page({ content: 2_500, room: 60, glance })
    fitToPage(fitting)
    expect(asked.length).toBeLessThanOrEqual(most)
  }
})
